using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads pages of runs, the newest first. Their ids sort by time, so a page begins after an id.</summary>
internal sealed class RunReader(IRecordStore store)
{
    /// <summary>Runs a page where nobody says how many.</summary>
    public const int PageSize = 50;

    // Of a filter that matches nothing, not everything is read.
    private const int MostRead = 2_000;

    /// <param name="command">Only runs of this command; null for all.</param>
    /// <param name="outcome">Only runs that ended so; null for all.</param>
    /// <param name="after">The last run of the page before; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<RunPage> ReadAsync(string? command, string? outcome, string? after, int limit, CancellationToken cancellationToken)
    {
        var (page, read) = (new List<Run>(), 0);
        string? last = null;
        await foreach (var stored in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, After = after, Limit = MostRead }, cancellationToken))
        {
            if (page.Count == limit)
            {
                return new RunPage(page, last);
            }

            (read, last) = (read + 1, stored.Id);
            var run = stored.WithItsEnd();
            if ((command is null || run.Command == command) && (outcome is null || run.Outcome == outcome))
            {
                page.Add(run);
            }
        }

        return new RunPage(page, read == MostRead ? last : null);
    }
}
