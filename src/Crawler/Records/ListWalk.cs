namespace LiveQuality.Crawler.Records;

/// <summary>
/// How far the walk along an offset list is, kept with its next page so that a resumed crawl goes on where it was. The list shifts while it is read:
/// a page is joined to the one before by an item that both hold.
/// </summary>
/// <param name="Pages">Pages read so far in this walk.</param>
/// <param name="First">Ids of the list's first page: past a hidden depth the site shows them again for ever (zhihu-oauth issue 51).</param>
/// <param name="Previous">Ids of the page read last.</param>
/// <param name="StepsBack">Steps back in a row to find a page that joins.</param>
/// <param name="StartedAt">When the walk began, UTC.</param>
public sealed record ListWalk(int Pages, IReadOnlyList<string> First, IReadOnlyList<string> Previous, int StepsBack, DateTimeOffset StartedAt);
