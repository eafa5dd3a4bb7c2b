using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps;

/// <summary>Notes what <c>status</c> shows as a run with numbers, so that they can be seen over time.</summary>
internal sealed class ReportStep(StatusReader status, RunJournal journal, IProgressView view)
{
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<StoreStatus> RunAsync(CancellationToken cancellationToken)
    {
        var counted = await journal.RecordAsync(
            RunCommands.Report, new Dictionary<string, string>(), token => view.ShowAsync("report", async _ => new Counted(await status.ReadAsync(token))), cancellationToken);
        return counted.Status;
    }

    private sealed record Counted(StoreStatus Status) : ICounted
    {
        // Per mille: counts are whole numbers.
        private const double Thousand = 1000;

        public IReadOnlyDictionary<string, long> Counts
        {
            get
            {
                var counts = new Dictionary<string, long>(Status.Counts)
                {
                    ["alerts"] = Status.Alerts.Count,
                    ["due"] = Status.Queue.Due,
                    ["failed"] = Status.Queue.Failed,
                };
                foreach (var (rule, count) in Status.Quarantine)
                {
                    counts[$"quarantine:{rule}"] = count;
                }

                if (Status.Drift is { } drift)
                {
                    counts["driftColumns"] = drift.Columns.Count(column => column.Alarm);
                    counts["driftPerMille"] = (long)Math.Round(Thousand * drift.PValue);
                }

                return counts;
            }
        }

        // That something is wrong with the store's contents is what a report is for: it is not itself a failure.
        public string? Problem => null;
    }
}
