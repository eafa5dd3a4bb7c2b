using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What one fetched page gave.</summary>
/// <param name="Records">Records and quarantine entries.</param>
/// <param name="Next">What to fetch because of it.</param>
/// <param name="Fields">Which fields were there; null where the page could not be read.</param>
/// <param name="Warning">Why the list may be longer than what was read of it; null where the site said that it ends here, or it goes on.</param>
/// <param name="Problem">Why the page is not what was asked for; null where it is.</param>
internal sealed record PageContent(CleanBatch Records, IReadOnlyList<FrontierItem> Next, FieldCounts? Fields, PageProblem? Problem, string? Warning = null);
