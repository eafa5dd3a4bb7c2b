using LiveQuality.Crawler.Crawling;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Output;

/// <summary>What a whole run did, with the ends of the ranking.</summary>
internal sealed record RunReport(
    string Store, CrawlReport Crawl, TrainReport Train, ScoreReport Score, IReadOnlyList<ScoredLive> Best, IReadOnlyList<ScoredLive> Worst);
