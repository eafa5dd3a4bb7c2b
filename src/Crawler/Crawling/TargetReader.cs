using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>From a page's bytes to records and to what comes next. Knows no network and no store.</summary>
/// <param name="targets">Makes addresses.</param>
/// <param name="pageCap">Most pages of one list: the last of the stop rules.</param>
internal sealed class TargetReader(Targets targets, int pageCap)
{
    private readonly SeenIds _seen = new();

    public PageContent Read(FrontierItem item, FetchOutcome page) => item.Kind switch
    {
        TargetKind.Feed => ReadFeed(item, page),
        TargetKind.Reviews => ReadReviews(item, page),
        _ => ReadSpeaker(item, page),
    };

    /// <summary>Whether an error answer says that it is the target's matter, not ours: the account that was asked for is closed.</summary>
    public static bool SaysGone(FetchOutcome page) => PersonAnswer.Parse(page.Body).Problem?.Code == SiteErrorCode.AccountClosed;

    private PageContent ReadFeed(FrontierItem item, FetchOutcome page)
    {
        var parsed = LivePage.Parse(page.Body);
        if (parsed.Value is not { } list)
        {
            return Unreadable(item, page, parsed.Problem!);
        }

        var records = Cleaner.Lives(list.Items, LiveView.Full, item.Id, page.At);
        var next = new List<FrontierItem>();
        var (offset, warning) = Continue(TargetKind.Feed, item, list, list.Items.Select(i => i.Wire?.Id).OfType<string>(), Endpoints.LivesPageSize);
        if (offset is { } following)
        {
            next.Add(targets.Feed(following));
        }

        next.AddRange(records.Lives.Where(live => live.ReviewCount is not 0).Select(live => targets.Reviews(live.Id, 0)));
        next.AddRange(records.Speakers.Select(speaker => targets.Speaker(speaker.Id)));
        return new PageContent(records, next, list.Fields, null, warning);
    }

    private PageContent ReadReviews(FrontierItem item, FetchOutcome page)
    {
        var parsed = ReviewPage.Parse(page.Body);
        if (parsed.Value is not { } list)
        {
            return Unreadable(item, page, parsed.Problem!);
        }

        var liveId = Targets.LiveId(item);
        var records = Cleaner.Reviews(list.Items, liveId, item.Id, page.At);
        var (offset, warning) = Continue(liveId, item, list, list.Items.Select(i => i.Wire?.Id).OfType<string>(), Endpoints.ReviewsPageSize);
        return new PageContent(records, offset is { } following ? [targets.Reviews(liveId, following)] : [], list.Fields, null, warning);
    }

    private static PageContent ReadSpeaker(FrontierItem item, FetchOutcome page)
    {
        var parsed = PersonAnswer.Parse(page.Body);
        return parsed.Value is { } answer
            ? new PageContent(Cleaner.Person(answer.Item, item.Id, page.At), [], answer.Fields, null)
            : Unreadable(item, page, parsed.Problem!);
    }

    // Protocol 1.3: stop on is_end, on an empty page, on a page that brings nothing new, and on the page cap. Only the first is the site's own word.
    private (int? Offset, string? Warning) Continue<T>(string listName, FrontierItem item, ListPage<T> list, IEnumerable<string> ids, int pageSize)
        where T : class
    {
        var offset = Targets.Offset(item);
        var brings = list.Items.Count > 0 && _seen.AddPage(listName, ids);
        var warning = list switch
        {
            { IsEnd: true } => null,
            { Items.Count: 0 } => $"{item.Id} is empty, and the site did not say that the list ends before it",
            _ when !brings => $"{item.Id} brings nothing new, though the site says that the list goes on",
            _ when (offset / pageSize) + 1 >= pageCap => $"{item.Id} is the last page that Crawler:Crawling:PageCap allows, and the list goes on",
            _ => null,
        };
        if (list.IsEnd || warning is not null)
        {
            _seen.End(listName);
            return (null, warning);
        }

        // Forward, and by a page at most: an offset that does not move would never end, and one that leaps would skip what lies between.
        return (list.NextOffset > offset && list.NextOffset <= offset + pageSize ? list.NextOffset : offset + list.Items.Count, null);
    }

    private static PageContent Unreadable(FrontierItem item, FetchOutcome page, PageProblem problem) =>
        new(new CleanBatch([], [], [], [], [Cleaner.Page(problem, page.Body, item.Id, page.At)]), [], null, problem);
}
