using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Http.Dashboard.Reading;

/// <summary>Reads pages of runs, the newest first. Their ids sort by time, so a page begins after an id.</summary>
internal sealed class RunReader(IRecordStore store)
{
    /// <summary>Outcome of a run whose process is gone without having noted an end.</summary>
    public const string Died = "died";

    private const int PageSize = 50;

    // Of a filter that matches nothing, not everything is read.
    private const int MostRead = 10_000;

    /// <param name="command">Only runs of this command; null for all.</param>
    /// <param name="outcome">Only runs that ended so; null for all.</param>
    /// <param name="after">The last run of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<RunPage> ReadAsync(string? command, string? outcome, string? after, CancellationToken cancellationToken)
    {
        var (page, commands) = (new List<Run>(), new SortedSet<string>(StringComparer.Ordinal));
        string? next = null;
        await foreach (var read in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = MostRead }, cancellationToken))
        {
            // A killed process cannot note its own end.
            var run = read is { Outcome: "running", Owner: { } owner } && LeaseOwner.IsDeadHere(owner) ? read with { Outcome = Died } : read;
            commands.Add(run.Command);
            if (next is not null || (after is not null && string.CompareOrdinal(run.Id, after) >= 0) || (command is not null && run.Command != command) || (outcome is not null && run.Outcome != outcome))
            {
                continue;
            }

            if (page.Count == PageSize)
            {
                next = page[^1].Id;
                continue;
            }

            page.Add(run);
        }

        return new RunPage(page, next, [.. commands]);
    }
}
