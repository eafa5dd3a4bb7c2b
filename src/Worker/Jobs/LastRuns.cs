using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Jobs;

/// <summary>
/// When a run of each command last ended how, for Prometheus: what alerts ask. A counter cannot tell it: it begins anew with each process, and Prometheus sees no increase in the first value of a series. Read from the store, so that it survives
/// restarts and knows of commands and other machines as well.
/// </summary>
internal sealed class LastRuns : BackgroundService
{
    // Some days of the default schedule: none of those before can still end.
    private const int Recent = 100;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(string Command, string Outcome), DateTimeOffset> _ends = new();
    private readonly IRecordStore _store;
    private readonly StoreGate _gate;
    private readonly TimeProvider _time;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The factory disposes of its meters.")]
    public LastRuns(IRecordStore store, StoreGate gate, TimeProvider time, IMeterFactory meters)
    {
        (_store, _gate, _time) = (store, gate, time);
        meters.Create(Telemetry.Name).CreateObservableGauge("livequality.run.last_timestamp", Measure, "s", "When a run last ended, in Unix time, by command and outcome.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var most = RunHistory.MostRuns; ;)
        {
            await _gate.WaitAsync(stoppingToken);
            try
            {
                await foreach (var run in _store.ReadRunsAsync(most, stoppingToken))
                {
                    if (run.EndedAt is { } end)
                    {
                        _ends.AddOrUpdate((run.Command, run.Outcome), end, (_, known) => end > known ? end : known);
                    }
                }

                most = Recent;
            }
            catch (StoreException)
            {
                // The gate has said so, or says so next.
            }

            await Task.Delay(Look, _time, stoppingToken);
        }
    }

    private IEnumerable<Measurement<double>> Measure() => _ends.Select(pair => new Measurement<double>(
        pair.Value.ToUnixTimeMilliseconds() / 1000.0, KeyValuePair.Create("command", (object?)pair.Key.Command), KeyValuePair.Create("outcome", (object?)pair.Key.Outcome)));
}
