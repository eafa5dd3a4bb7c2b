using CsCheck;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class ListWalkerTests
{
    private const int PageSize = 10;
    private const int Plenty = 1000;

    private static readonly DateTimeOffset Start = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Walk_OfAListThatLosesAndGainsItemsBetweenPages_MeetsEveryItemThatStays() =>
        Gen.Select(Gen.Int[1, 120], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[0, 2]).Array[40]).Sample((count, shifts) =>
        {
            var list = Enumerable.Range(0, count).Select(n => $"old {n}").ToList();
            var staying = list.ToHashSet();
            var met = new HashSet<string>();

            Walk(list, overlap: 1, met.UnionWith, page => Shift(list, staying, shifts[page % shifts.Length], page));

            return staying.IsSubsetOf(met);
        });

    [Fact]
    public void Walk_WithoutOverlap_LosesWhatWasRemovedBefore() // Else the property above proves nothing.
    {
        var list = Enumerable.Range(0, 40).Select(n => $"{n}").ToList();
        var met = new HashSet<string>();

        Walk(list, overlap: 0, met.UnionWith, page => list.RemoveAt(0));

        Assert.DoesNotContain("10", met);
    }

    [Fact]
    public void Walk_OfAListThatStandsStill_ReadsEachPageOnce()
    {
        var list = Enumerable.Range(0, 100).Select(n => $"{n}").ToList();
        var pages = 0;

        var last = Walk(list, overlap: 1, _ => pages++, _ => { });

        Assert.Equal((11, null), (pages, last.Warning));
        Assert.False(last.Walk.IsBroken);
    }

    [Fact]
    public void Walk_WhereTheFirstRowsComeAgainForEver_EndsWithAWarning()
    {
        var pages = 0;
        var walk = ListWalk.Begin(Start, untilKnown: false);
        ListStep step;
        var offset = 0;
        do
        {
            var ids = Enumerable.Range(offset >= 50 ? 0 : offset, PageSize).Select(n => $"{n}").ToList();
            step = new ListWalker(PageSize, 1, Plenty).Next(walk, offset, ids, isEnd: false, $"page {pages++}");
            (walk, offset) = (step.Walk, step.Offset ?? 0);
        }
        while (step.Offset is not null);

        Assert.InRange(pages, 7, 12);
        Assert.Contains("brings nothing new", step.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_WhereMoreVanishedThanItStepsBack_SaysThatItemsMayBeMissing()
    {
        var walk = ListWalk.Begin(Start, untilKnown: false) with { Pages = 5, First = ["a"], Previous = ["b", "c"], Stalls = 3 };

        var step = new ListWalker(PageSize, 1, Plenty).Next(walk, 45, ["x", "y"], isEnd: false, "the page");

        Assert.Equal("the page does not join the page before it: items between them may be missing", step.Warning);
        Assert.True(step.Walk.IsBroken);
        Assert.Equal(54, step.Offset);
    }

    [Fact]
    public void Walk_PastThePageCap_EndsWithAWarning()
    {
        var step = new ListWalker(PageSize, 1, pageCap: 1).Next(ListWalk.Begin(Start, untilKnown: false), 0, ["a"], isEnd: false, "the page");

        Assert.Null(step.Offset);
        Assert.Contains("PageCap", step.Warning, StringComparison.Ordinal);
    }

    // Up to three leave and up to two come, anywhere but behind the end of what was read: the feed gets new lives at its head.
    private static void Shift(List<string> list, HashSet<string> staying, (int Removed, int Where, int Added) shift, int page)
    {
        for (var i = 0; i < shift.Removed && list.Count > 0; i++)
        {
            var at = (shift.Where + (i * 7)) % list.Count;
            staying.Remove(list[at]);
            list.RemoveAt(at);
        }

        for (var i = 0; i < shift.Added; i++)
        {
            list.Insert(0, $"new {page} {i}");
        }
    }

    private static ListStep Walk(List<string> list, int overlap, Action<IReadOnlyList<string>> onPage, Action<int> between)
    {
        var walker = new ListWalker(PageSize, overlap, Plenty);
        var walk = ListWalk.Begin(Start, untilKnown: false);
        ListStep step;
        var offset = 0;
        do
        {
            var ids = list.Skip(offset).Take(PageSize).ToList();
            onPage(ids);
            step = walker.Next(walk, offset, ids, isEnd: offset + PageSize >= list.Count, "a page");
            (walk, offset) = (step.Walk, step.Offset ?? 0);
            between(walk.Pages);
        }
        while (step.Offset is not null);
        return step;
    }
}
