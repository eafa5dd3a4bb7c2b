using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads what the first page shows. Who asks for it waits for a page of the board only: the rest is kept for a while, or as long as the board.</summary>
internal sealed class TodayReader(IRecordStore store, StatusReader status, BoardKeeper board, TimeProvider time) : IDisposable
{
    private const int ReadRuns = 200;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    private readonly Kept<(IReadOnlyList<StatusAlert> Alerts, Run? Crawl)> _state = new(
        time, Age, async cancellationToken => (await status.ReadAlertsAsync(cancellationToken), await FindCrawlAsync(store, cancellationToken)));

    public async Task<TodayView> ReadAsync(LiveQuery query, CancellationToken cancellationToken)
    {
        var (alerts, crawl) = await _state.GetAsync(cancellationToken);
        var kept = await board.GetAsync(cancellationToken);
        return new TodayView(alerts, kept.Board.Read(query), kept.Newest, kept.Tags, kept.Board.Rows.Count, kept.Scored, crawl);
    }

    public void Dispose() => _state.Dispose();

    private static ValueTask<Run?> FindCrawlAsync(IRecordStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = ReadRuns }, cancellationToken).FirstOrDefaultAsync(run => run.Command == RunCommands.Crawl, cancellationToken);
}
