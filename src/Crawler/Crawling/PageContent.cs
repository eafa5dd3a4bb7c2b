using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What one fetched page held.</summary>
/// <param name="Records">Records and quarantine entries.</param>
/// <param name="Ids">The items of a list by their ids, in order; empty for what is no list.</param>
/// <param name="IsEnd">Whether the site says that the list ends here.</param>
/// <param name="Fields">Which fields were there; null where the page could not be read.</param>
/// <param name="Problem">Why the page is not what was asked for; null where it is.</param>
internal sealed record PageContent(CleanBatch Records, IReadOnlyList<string> Ids, bool IsEnd, FieldCounts? Fields, PageProblem? Problem);
