using System.Globalization;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps;

/// <summary>Drops runs that say nothing any more, and gives back what deleted and replaced records took up.</summary>
internal sealed class CompactStep(IRecordStore store, FieldGate fields, RunJournal journal, IProgressView view, IOptions<ScheduleOptions> options, TimeProvider time)
{
    /// <param name="cancellationToken">Stops between two runs, and before the store is compacted.</param>
    public Task<CompactReport> RunAsync(CancellationToken cancellationToken)
    {
        var days = options.Value.KeepRuns;
        var inputs = new Dictionary<string, string> { ["keepRuns"] = days.ToString(CultureInfo.InvariantCulture) };
        return journal.RecordAsync(RunCommands.Compact, inputs, token => view.ShowAsync("compact", bar => CompactAsync(time.GetUtcNow() - TimeSpan.FromDays(days), bar, token)), cancellationToken);
    }

    private async Task<CompactReport> CompactAsync(DateTimeOffset before, IProgress<StepProgress> bar, CancellationToken cancellationToken)
    {
        var old = await FindOldAsync(before, cancellationToken);
        // The oldest first: stopped in the middle, a broken crawl does not outlive those that show that it was mended.
        for (var i = 0; i < old.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.DeleteAsync(Collections.Runs, old[i], cancellationToken);
            bar.Report(new StepProgress(i + 1, old.Count, "old runs"));
        }

        return new CompactReport(old.Count, await store.CompactAsync(cancellationToken));
    }

    private async Task<List<string>> FindOldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var needed = await fields.FindNeededAsync(cancellationToken);
        var newest = new Dictionary<string, string>(StringComparer.Ordinal);
        var old = new List<string>();
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run>(), cancellationToken))
        {
            newest[run.Command] = run.Id;
            if (run.StartedAt < before && !needed.Contains(run.Id))
            {
                old.Add(run.Id);
            }
        }

        return [.. old.Except(newest.Values, StringComparer.Ordinal)];
    }
}
