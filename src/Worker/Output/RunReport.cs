using LiveQuality.Crawler.Crawling;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Output;

/// <summary>What a whole run did, with the ends of the ranking.</summary>
internal sealed record RunReport(
    string Store, CrawlReport Crawl, PortraitReport? Portraits, TrainReport Train, ScoreReport Score, IReadOnlyList<ScoredLive> Best, IReadOnlyList<ScoredLive> Worst);
