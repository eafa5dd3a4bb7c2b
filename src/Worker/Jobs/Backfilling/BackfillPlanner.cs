using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>Finds the times of the schedule that should be made up for.</summary>
internal sealed class BackfillPlanner(IRecordStore store, IOptions<ScheduleOptions> options, IOptions<FaceOptions> faces, TimeProvider time)
{
    /// <param name="from">First time.</param>
    /// <param name="to">End; what has not come yet is left out.</param>
    /// <param name="mode">Which times.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>One item a job that has such times, in the order of the catalog: crawls before trainings before scores.</returns>
    public async Task<IReadOnlyList<BackfillItem>> PlanAsync(DateTimeOffset from, DateTimeOffset to, BackfillMode mode, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(cancellationToken);
        var end = to < time.GetUtcNow() ? to : time.GetUtcNow();
        return
        [
            .. JobCatalog.For(faces.Value).Where(job => job.IsOn(options.Value))
                .Select(job => new BackfillItem(job.Name, [.. ShanghaiCron.Between(job.Cron(options.Value), from, end).Where(slot => IsWanted(newest.GetValueOrDefault((job.Name, slot)), mode))]))
                .Where(item => item.Slots.Count > 0),
        ];
    }

    private static bool IsWanted(string? outcome, BackfillMode mode) => mode switch
    {
        BackfillMode.Missing => outcome is null,
        BackfillMode.Failed => outcome is RunOutcomes.Failed or RunOutcomes.Died or RunOutcomes.Stopped,
        _ => true,
    };

    // How the newest run of each time ended.
    private async Task<Dictionary<(string Job, DateTimeOffset Slot), string>> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = new Dictionary<(string, DateTimeOffset), string>();
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true }, cancellationToken).Where(run => run.Job is not null))
        {
            foreach (var slot in run.Slots ?? [])
            {
                newest.TryAdd((run.Job!, DateTimeOffset.Parse(slot, CultureInfo.InvariantCulture)), run.Outcome);
            }
        }

        return newest;
    }
}
