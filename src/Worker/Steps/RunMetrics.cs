using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Hosting;

namespace LiveQuality.Worker.Steps;

/// <summary>Runs, for Prometheus and OTLP: how many ended how, how long they took, and what they counted. Each is a span as well.</summary>
internal sealed class RunMetrics
{
    private static readonly ActivitySource Source = new(Telemetry.Name);

    private readonly Counter<long> _runs;
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _records;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The factory disposes of its meters.")]
    public RunMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _runs = meter.CreateCounter<long>("livequality.runs", unit: null, "Runs that ended, by command, job and outcome.");
        _durations = meter.CreateHistogram("livequality.run.duration", "s", "How long runs took.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1, 10, 60, 300, 1800, 7200, 28_800] });
        _records = meter.CreateCounter<long>("livequality.records", unit: null, "What runs counted: pages, lives added, scores changed …");
    }

    /// <summary>Begins the span of a run; null where nobody listens.</summary>
    public static Activity? Begin(Run run) => Source.StartActivity(run.Command)?.SetTag("run.id", run.Id).SetTag("run.trigger", run.Trigger).SetTag("job", run.Job);

    /// <summary>A run that ended.</summary>
    public void Count(Run run, Activity? span)
    {
        // Not "job": that is what Prometheus calls what it scrapes.
        var (command, job) = (KeyValuePair.Create("command", (object?)run.Command), KeyValuePair.Create("job_name", (object?)run.Job));
        _runs.Add(1, command, job, KeyValuePair.Create("outcome", (object?)run.Outcome));
        if (run.EndedAt is { } end)
        {
            _durations.Record((end - run.StartedAt).TotalSeconds, command, job);
        }

        foreach (var (name, count) in run.Counts)
        {
            _records.Add(count, command, KeyValuePair.Create("count", (object?)name));
        }

        span?.SetStatus(run.Outcome == RunOutcomes.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, run.Error);
    }
}
