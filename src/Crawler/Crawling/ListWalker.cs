using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// Walks an offset list that shifts while it is read (zhihu-protocol.md, section 1.3). Pages overlap by one item: as long as a page holds an item of the
/// page before, nothing was lost between them; where items were removed it does not, and the walk steps back until it does. Items that were added only repeat.
/// </summary>
/// <param name="pageSize">Items that a full page has.</param>
/// <param name="overlap">Items that a page repeats of the one before; 0 in a recording that was made without.</param>
/// <param name="pageCap">Most pages of one list.</param>
internal sealed class ListWalker(int pageSize, int overlap, int pageCap)
{
    // Steps back, or pages without anything new, in a row. More is no shift: past a hidden depth the site repeats its first rows for ever (zhihu-oauth issue 51).
    private const int MostStalls = 3;

    private readonly int _stride = pageSize - overlap;

    // A list that has just shifted may well shift again: half a page at a time then, so that the next page joins all the same.
    private int Onward(int stalls) => stalls == 0 || overlap == 0 ? _stride : pageSize / 2;

    /// <param name="walk">The walk so far.</param>
    /// <param name="offset">Offset of the page.</param>
    /// <param name="ids">The page's ids in its order.</param>
    /// <param name="isEnd">Whether the site says that the list ends with it.</param>
    /// <param name="address">The page's address, for warnings.</param>
    public ListStep Next(ListWalk walk, int offset, IReadOnlyList<string> ids, bool isEnd, string address)
    {
        var joins = offset == 0 || overlap == 0 || walk.Previous.Count == 0 || ids.Any(walk.Previous.Contains);
        var isNew = ids.Any(id => !walk.Previous.Contains(id) && !walk.First.Contains(id));
        var stalls = walk.Stalls + 1;
        if (!joins && (isNew || isEnd || ids.Count == 0) && stalls <= MostStalls)
        {
            return new ListStep(Math.Max(0, offset - _stride), walk with { Pages = walk.Pages + 1, Stalls = stalls }, null);
        }

        var gap = joins ? null : $"{address} does not join the page before it: items between them may be missing";
        var next = walk with
        {
            Pages = walk.Pages + 1,
            First = walk.First.Count == 0 ? ids : walk.First,
            // A page that is not full hides items, perhaps the very one that the next page would repeat.
            Previous = ids.Count == pageSize ? ids : [],
            // Only further on is it progress: else a walk that steps back and forth before a hidden depth would never end.
            Stalls = isNew && offset >= walk.Furthest ? 0 : stalls,
            Furthest = Math.Max(walk.Furthest, offset),
            IsBroken = walk.IsBroken || !joins,
        };
        if (isEnd)
        {
            return new ListStep(null, next, gap);
        }

        if (!isNew && stalls > MostStalls)
        {
            var what = ids.Count == 0 ? "is empty, and the site did not say that the list ends before it" : "brings nothing new, though the site says that the list goes on";
            return new ListStep(null, next, $"{address} {what}");
        }

        return next.Pages >= pageCap
            ? new ListStep(null, next, $"{address} is the last page that Crawler:Crawling:PageCap allows, and the list goes on")
            : new ListStep(offset + Onward(next.Stalls), next, gap);
    }
}
