using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What became of an address, as the frontier keeps it.</summary>
internal static class Outcome
{
    /// <param name="item">The item as it was taken.</param>
    /// <param name="page">The answer.</param>
    /// <param name="verdict">What was done about it.</param>
    /// <param name="plan">What follows from it.</param>
    /// <param name="now">The time.</param>
    /// <param name="runId">The run that fetched.</param>
    public static FrontierItem Of(FrontierItem item, FetchOutcome page, Verdict verdict, PagePlan plan, DateTimeOffset now, string? runId)
    {
        var isRead = verdict.Reaction == Reaction.Read;
        var isGone = verdict.Reaction == Reaction.Bury;
        var hasFailed = verdict.Reaction is Reaction.Fail or Reaction.Stop;
        return item with
        {
            State = hasFailed ? FrontierState.Failed : plan.RevisitAfter is null ? FrontierState.Done : FrontierState.Waiting,
            DueAt = plan.RevisitAfter is { } after && !hasFailed ? now + after : item.DueAt,
            RevisitAfter = hasFailed ? item.RevisitAfter : plan.RevisitAfter,
            Outcome = verdict.Outcome,
            // What is gone is asked for whole when it is asked for again: "unchanged" would leave its tombstone standing.
            ETag = isRead ? page.ETag : isGone ? null : item.ETag,
            LastModified = isRead ? page.LastModified : isGone ? null : item.LastModified,
            // Another try goes on along the list from here, unless the walk has gone round the page.
            Walk = hasFailed && plan.Follow is null ? item.Walk : null,
            History = [.. (item.History ?? []).TakeLast(FrontierItem.LongestHistory - 1), new Visit(now, verdict.Outcome, page.Code, page.Transferred, runId)],
        };
    }
}
