using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Reads the schedule, for people.</summary>
internal sealed class JobReader(RunningScheduler scheduler, IOptions<ScheduleOptions> options, IOptions<FaceOptions> faces)
{
    // More than can run at once on any number of machines: no job runs beside itself.
    private const int Most = 100;

    /// <summary>The jobs that are on, in the order of the catalog.</summary>
    /// <exception cref="ScheduleException">The schedule has not started yet.</exception>
    public async Task<IReadOnlyList<JobInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        var quartz = scheduler.Required;
        var running = (await quartz.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing, Take = Most }, cancellationToken)).Items.Select(fired => fired.JobKey?.Name).ToHashSet(StringComparer.Ordinal);
        var jobs = new List<JobInfo>();
        foreach (var job in JobCatalog.For(faces.Value))
        {
            var trigger = await quartz.GetTrigger(new TriggerKey(job.Name, RunTriggers.Schedule), cancellationToken);
            jobs.Add(new JobInfo(job.Name, job.Cron(options.Value), trigger?.NextFireTimeUtc, trigger?.PreviousFireTimeUtc, running.Contains(job.Name)));
        }

        return jobs;
    }
}
