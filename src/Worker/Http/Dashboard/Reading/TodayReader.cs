using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Dashboard.Reading;

/// <summary>Reads what the first page shows.</summary>
internal sealed class TodayReader(IRecordStore store, StatusReader status, FreshBoard board)
{
    private const int Newest = 8;
    private const int ShownTags = 40;
    private const int ReadRuns = 200;

    public async Task<TodayView> ReadAsync(LiveQuery query, CancellationToken cancellationToken)
    {
        var alerts = await status.ReadAlertsAsync(cancellationToken);
        var all = await board.GetAsync(cancellationToken);
        var newest = all.Rows.Where(row => row.CreatedAt is not null).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id, StringComparer.Ordinal).Take(Newest).Select(row => ScoredLive.Of(row));
        return new TodayView(alerts, all.Read(query), [.. newest], TagsOf(all), all.Rows.Count, all.Rows.Count(row => row.Score is not null), await FindCrawlAsync(cancellationToken));
    }

    private static List<string> TagsOf(ScoreBoard all) =>
        [.. all.Rows.SelectMany(row => row.Tags ?? []).GroupBy(tag => tag.Name, StringComparer.Ordinal).OrderByDescending(tag => tag.Count()).Take(ShownTags).Select(tag => tag.Key)];

    private async Task<Run?> FindCrawlAsync(CancellationToken cancellationToken)
    {
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = ReadRuns }, cancellationToken))
        {
            if (run.Command == "crawl")
            {
                return run;
            }
        }

        return null;
    }
}
