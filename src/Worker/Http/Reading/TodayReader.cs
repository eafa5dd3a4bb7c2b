using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>
/// Reads what the first page shows. Who asks for it waits for a page of the board only: the rest is kept for a while, or as long as the board. While the store is away or cannot be read, the page shows what was known before, and says so.
/// </summary>
internal sealed class TodayReader(IRecordStore store, StatusReader status, BoardKeeper board, TimeProvider time) : IDisposable
{
    private const int ReadRuns = 200;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    private readonly Kept<State> _state = new(time, Age, async cancellationToken => new State(await status.ReadAlertsAsync(cancellationToken), await FindCrawlAsync(store, cancellationToken)));

    private volatile State _known = new([], Crawl: null);

    /// <exception cref="StoreException">The store has not been read yet.</exception>
    public async Task<TodayView> ReadAsync(LiveQuery query, CancellationToken cancellationToken)
    {
        // First: where there are no lists yet, there is nothing to show.
        var kept = await board.GetAsync(cancellationToken);
        var problem = await FindProblemAsync(cancellationToken);
        var known = _known;
        return new TodayView(kept.ReadAt, board.Problem ?? problem, known.Alerts, kept.Board.Read(query), kept.Newest, kept.Tags, kept.Board.Rows.Count, kept.Scored, known.Crawl);
    }

    public void Dispose() => _state.Dispose();

    // Brings what is known up to date; null where that went well.
    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            _known = await _state.GetAsync(cancellationToken);
            return null;
        }
        catch (StoreException e)
        {
            return e.Message;
        }
    }

    private static ValueTask<Run?> FindCrawlAsync(IRecordStore store, CancellationToken cancellationToken) =>
        store.ReadRunsAsync(ReadRuns, cancellationToken).FirstOrDefaultAsync(run => run.Command == RunCommands.Crawl, cancellationToken);

    private sealed record State(IReadOnlyList<StatusAlert> Alerts, Run? Crawl);
}
