using LiveQuality.Crawler.Storage;
using Host = LiveQuality.Crawler.Records.Host;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>How far the crawl is.</summary>
/// <param name="Queue">Addresses.</param>
/// <param name="PagesPerSecond">What the last crawl from the network made; null where none did.</param>
/// <param name="TimeLeft">How long what is due now takes at that rate.</param>
/// <param name="Hosts">Hosts that were asked, with what is so today.</param>
/// <param name="DailyRequests">Most requests to one host a day.</param>
internal sealed record CrawlView(FrontierCounts Queue, double? PagesPerSecond, TimeSpan? TimeLeft, IReadOnlyList<Host> Hosts, int DailyRequests);
