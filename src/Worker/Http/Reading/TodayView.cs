using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What the first page shows.</summary>
/// <param name="ReadAt">When the lists were read.</param>
/// <param name="Problem">Why what is shown may be old, one line; null where it is as new as it should be.</param>
/// <param name="Alerts">What somebody should look at.</param>
/// <param name="Page">The lives that were asked for.</param>
/// <param name="Newest">The lives that were announced last.</param>
/// <param name="Tags">Names of the tags that most lives have.</param>
/// <param name="Lives">How many there are.</param>
/// <param name="Scored">How many of them have a score.</param>
/// <param name="LastCrawl">Null where nothing was crawled lately.</param>
internal sealed record TodayView(DateTimeOffset ReadAt, string? Problem, IReadOnlyList<StatusAlert> Alerts, LivePage Page, IReadOnlyList<ScoredLive> Newest, IReadOnlyList<string> Tags, int Lives, int Scored, Run? LastCrawl);
