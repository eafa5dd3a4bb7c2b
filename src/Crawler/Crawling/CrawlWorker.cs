using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Takes items, fetches and reads them, and hands what they gave to the committer, until nothing is left or the site says stop.</summary>
internal sealed class CrawlWorker(
    CrawlQueue queue, CrawlWay way, Planner planner, Committer committer, HostMemory memory, CrawlTally tally, int failuresInARow, string? runId, TimeProvider time)
{
    // What this worker has leased and not yet handled, the next one on top.
    private Stack<FrontierItem> _held = new();
    private int _failures;
    private bool _stops;

    /// <exception cref="OperationCanceledException">Stopped; what was fetched by then is stored.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!_stops)
            {
                var items = await queue.LeaseAsync(cancellationToken);
                _held = new Stack<FrontierItem>(items.Reverse());
                while (_held.Count > 0 && !_stops)
                {
                    await HandleAsync(_held.Peek(), cancellationToken);
                }

                if (items.Count == 0)
                {
                    await committer.FlushAsync();
                    var counts = await queue.CountAsync(cancellationToken);
                    tally.SetOpen(counts);
                    _stops = !await queue.WaitForOthersAsync(counts, cancellationToken);
                }
            }
        }
        finally
        {
            // Also when stopped: what was read is stored, and what is still in hand goes back as it is, so that nobody takes it for lost.
            try
            {
                await committer.FlushAsync();
            }
            finally
            {
                await queue.GiveBackAsync(_held);
            }
        }
    }

    // The next page of a list goes on top of what is in hand: the less time between two pages, the less the list shifts.
    private async Task HandleAsync(FrontierItem item, CancellationToken cancellationToken)
    {
        if (queue.HasLostTurn)
        {
            Stop(CrawlEnd.Incomplete, $"this worker was out of touch for longer than {CrawlQueue.Lease}: another one fetches from {item.Site} now");
            return;
        }

        var page = await way.FetchAsync(Targets.Request(item), cancellationToken);
        var verdict = Verdict.Of(page);
        PageContent? content = null;
        if (verdict.Reaction == Reaction.Read)
        {
            content = TargetReader.Read(item, page);
            tally.AddContent(content, page.Body.Length);
            verdict = content.Problem is { } problem ? Verdict.Of(problem, item.Id) : verdict;
        }

        if (verdict.Reaction == Reaction.Bury && item.Kind == TargetKind.Feed)
        {
            // A live may vanish; a site without its feed is no site that has nothing to say.
            verdict = new Verdict(Reaction.Fail, page.Detail.Length > 0 ? page.Detail : $"{item.Id} {verdict.Outcome}");
        }

        tally.AddHandled(page, verdict);
        await JudgeAsync(item, verdict, page, cancellationToken);
        if (verdict.Reaction == Reaction.Wait)
        {
            return; // Nothing was asked: the item goes back as it is.
        }

        var now = time.GetUtcNow();
        var plan = await EndFeedAsync(item, await PlanAsync(item, page, verdict, content, now, cancellationToken), now);
        var buried = verdict.Reaction == Reaction.Bury ? await BuryAsync(item, page.At, cancellationToken) : null;
        tally.AddWarning(plan.Warning);
        var follow = plan.Follow is { } next ? queue.Ahead(next) : null;
        await committer.AddAsync(Writes(content?.Records ?? buried ?? CleanBatch.Empty, follow is null ? plan.Next : [.. plan.Next, follow], Outcome.Of(item, page, verdict, plan, now, runId)));
        _held.Pop();
        if (follow is not null)
        {
            _held.Push(follow);
        }
    }

    private async Task<PagePlan> PlanAsync(
        FrontierItem item, FetchOutcome page, Verdict verdict, PageContent? content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (verdict.Reaction)
        {
            case Reaction.Read:
                return await planner.PlanAsync(item, content!, now, cancellationToken);

            case Reaction.Keep:
                return planner.PlanUnchanged(item);

            case Reaction.Skip when page.Status != FetchStatus.Withheld:
                return new PagePlan { Warning = $"{item.Id}: {verdict.Outcome}" };

            case Reaction.Fail when content is not null:
                return new PagePlan { Follow = planner.PlanAround(item, now) };

            case Reaction.Miss when planner.PlanWithoutOverlap(item, now) is { } plain:
                return new PagePlan { Follow = plain };

            case Reaction.Miss:
                tally.AddNotRecorded();
                return new PagePlan();

            default:
                return new PagePlan();
        }
    }

    // What is known of the target may still be on its way into the store.
    private async Task<CleanBatch> BuryAsync(FrontierItem item, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await committer.FlushAsync();
        return await planner.BuryAsync(item, at, cancellationToken);
    }

    private async Task JudgeAsync(FrontierItem item, Verdict verdict, FetchOutcome page, CancellationToken cancellationToken)
    {
        _failures = verdict.Reaction == Reaction.Fail ? _failures + 1 : 0;
        switch (verdict.Reaction)
        {
            case Reaction.Fail when _failures >= failuresInARow:
                Stop(CrawlEnd.Incomplete, $"{_failures} fetches in a row failed, the last: {verdict.Outcome}");
                break;

            case Reaction.Skip when item.Kind == TargetKind.Feed && page.Status == FetchStatus.Withheld:
                Stop(CrawlEnd.Forbidden, page.Detail);
                break;

            case Reaction.Skip when item.Kind == TargetKind.Feed:
                Stop(CrawlEnd.Refused, $"{item.Id}: {verdict.Outcome}; the crawl stops here");
                break;

            case Reaction.Wait:
                // A robots.txt that cannot be had is an outage: nobody has forbidden anything.
                Stop(page.Withheld?.Reason == WithheldReason.Robots ? CrawlEnd.Incomplete : CrawlEnd.Paused, verdict.Outcome);
                break;

            case Reaction.Stop:
                if (verdict.Pause is { } pause)
                {
                    await way.PauseAsync(time.GetUtcNow() + pause, verdict.Outcome, CancellationToken.None);
                }

                Stop(CrawlEnd.Refused, $"{verdict.Outcome}; the crawl stops here");
                break;
        }
    }

    private void Stop(CrawlEnd end, string problem)
    {
        _stops = true;
        tally.SetEnd(end, problem);
    }

    private static CrawlWrites Writes(CleanBatch records, IReadOnlyList<FrontierItem> next, FrontierItem done) => new()
    {
        Lives = records.Lives,
        Reviews = records.Reviews,
        Speakers = records.Speakers,
        Portraits = records.Portraits,
        Quarantine = records.Quarantine,
        Next = next,
        Done = [done],
    };

    // The feed was read to its end: what was announced meanwhile stands at its head, so a short second walk looks there. Noted before the last page is done: a
    // crash in between goes on with that page, and one behind it with the second walk.
    private async Task<PagePlan> EndFeedAsync(FrontierItem item, PagePlan plan, DateTimeOffset now)
    {
        if (plan.FeedReadAt is not { } readAt)
        {
            return plan;
        }

        await committer.FlushAsync();
        await memory.SetFeedReadAsync(item.Site, readAt, CancellationToken.None);
        return planner.EndFeed(item.Walk!, readAt, now) is { } again ? plan with { Next = [.. plan.Next, again] } : plan;
    }
}
