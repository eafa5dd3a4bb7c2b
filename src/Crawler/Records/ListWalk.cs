namespace LiveQuality.Crawler.Records;

/// <summary>
/// How far the walk along an offset list is, kept with its next page so that a resumed crawl goes on where it was. The list shifts while it is read:
/// a page is joined to the one before by an item that both hold.
/// </summary>
/// <param name="Pages">Pages read so far in this walk.</param>
/// <param name="First">Ids of the list's first page: past a hidden depth the site shows them again for ever (zhihu-oauth issue 51).</param>
/// <param name="Previous">Ids of the page read last.</param>
/// <param name="Stalls">Pages in a row that did not carry the walk on: steps back, and pages without anything new.</param>
/// <param name="StartedAt">When the walk began, UTC.</param>
/// <param name="UntilKnown">Whether it ends where everything is known already; otherwise it goes to the end of the list.</param>
public sealed record ListWalk(int Pages, IReadOnlyList<string> First, IReadOnlyList<string> Previous, int Stalls, DateTimeOffset StartedAt, bool UntilKnown)
{
    /// <summary>Whether something of the list could not be read, or may be missing between two pages: the walk is no proof of what is there.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The largest offset read so far: what stands before it is no news, though a step back may show it again.</summary>
    public int Furthest { get; init; }

    /// <summary>A walk that has not read a page yet.</summary>
    public static ListWalk Begin(DateTimeOffset at, bool untilKnown) => new(0, [], [], 0, at, untilKnown);
}
