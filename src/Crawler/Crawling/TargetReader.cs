using System.Security.Cryptography;
using System.Text;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>From a page's bytes to records. Knows no network and no store.</summary>
internal static class TargetReader
{
    public static PageContent Read(FrontierItem item, FetchOutcome page) => item.Kind switch
    {
        TargetKind.Feed => ReadFeed(item, page),
        TargetKind.Live => ReadLive(item, page),
        TargetKind.Reviews => ReadReviews(item, page),
        _ => ReadSpeaker(item, page),
    };

    private static PageContent ReadFeed(FrontierItem item, FetchOutcome page)
    {
        var parsed = LivePage.Parse(page.Body);
        return parsed.Value is { } list
            ? new PageContent(Cleaner.Lives(list.Items, LiveView.Full, item.Id, page.At), [.. list.Items.Select(i => Id(i, i.Wire?.Id))], list.IsEnd, list.Fields, null)
            : Unreadable(item, page, parsed.Problem!);
    }

    private static PageContent ReadReviews(FrontierItem item, FetchOutcome page)
    {
        var parsed = ReviewPage.Parse(page.Body);
        return parsed.Value is { } list
            ? new PageContent(Cleaner.Reviews(list.Items, Targets.LiveId(item), item.Id, page.At), [.. list.Items.Select(i => Id(i, i.Wire?.Id))], list.IsEnd, list.Fields, null)
            : Unreadable(item, page, parsed.Problem!);
    }

    // The detail has keys that no list has: its fields are not counted among the lists', or each would look half missing.
    private static PageContent ReadLive(FrontierItem item, FetchOutcome page)
    {
        var parsed = LiveAnswer.Parse(page.Body);
        return parsed.Value is { } answer
            ? new PageContent(Cleaner.Lives([answer.Item], LiveView.Full, item.Id, page.At), [], true, null, null)
            : Unreadable(item, page, parsed.Problem!);
    }

    private static PageContent ReadSpeaker(FrontierItem item, FetchOutcome page)
    {
        var parsed = PersonAnswer.Parse(page.Body);
        return parsed.Value is { } answer
            ? new PageContent(Cleaner.Person(answer.Item, item.Id, page.At), [], true, answer.Fields, null)
            : Unreadable(item, page, parsed.Problem!);
    }

    // What has no id is known by its text, so that a walk can tell a repeated page from a new one.
    private static string Id<T>(SiteItem<T> item, string? id)
        where T : class => id ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Payload)));

    private static PageContent Unreadable(FrontierItem item, FetchOutcome page, PageProblem problem) =>
        new(CleanBatch.Empty with { Quarantine = [Cleaner.Page(problem, page.Body, item.Id, page.At)] }, [], false, null, problem);
}
