using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Fetches and reads leased items, stores what they gave, then gives the leases back: in this order, so that a crash refetches and loses nothing.</summary>
internal sealed class CrawlBatch(IRecordStore store, IFetcher fetcher, TargetReader reader, CrawlTally tally, int failuresInARow)
{
    private int _failures;

    /// <summary>Whether the feed has pages that are still to be read.</summary>
    public bool FeedGoesOn { get; private set; } = true;

    public async Task RunAsync(IReadOnlyList<FrontierItem> leased, CancellationToken cancellationToken)
    {
        var contents = new List<PageContent>();
        var done = new List<FrontierItem>();
        try
        {
            foreach (var item in leased)
            {
                if (tally.Problem is not null)
                {
                    break;
                }

                done.Add(Handle(item, await fetcher.FetchAsync(new FetchRequest(new Uri(item.Id)), cancellationToken), contents));
            }
        }
        finally
        {
            // Also when stopped: what was read is stored, and the rest is free for the next worker.
            FeedGoesOn = contents.SelectMany(c => c.Next).Any(next => next.Kind == TargetKind.Feed);
            await StoreAsync(contents);
            var rest = leased.Skip(done.Count).Select(item => item with { State = FrontierState.Waiting });
            await store.Frontier.CompleteAsync([.. done, .. rest], CancellationToken.None);
        }
    }

    private FrontierItem Handle(FrontierItem item, FetchOutcome page, List<PageContent> contents)
    {
        tally.AddHandled();
        if (item.Kind == TargetKind.Speaker && page.Status != FetchStatus.NotRecorded && TargetReader.SaysGone(page))
        {
            // Whatever the status: it is the account that was asked for that is closed, not we that are refused.
            tally.AddGone();
            return Done(item, "gone");
        }

        switch (page.Status)
        {
            case FetchStatus.Fetched:
                return HandlePage(item, page, contents);

            case FetchStatus.NotRecorded:
                tally.AddNotRecorded();
                return Done(item, "not recorded");

            case FetchStatus.Gone:
                tally.AddGone();
                return Done(item, "gone");

            case FetchStatus.Blocked:
                tally.SetProblem($"{page.Detail}; the crawl stops here");
                return Failed(item, page.Detail);

            default:
                return Failed(item, page.Detail);
        }
    }

    private FrontierItem HandlePage(FrontierItem item, FetchOutcome page, List<PageContent> contents)
    {
        tally.AddPage(page.Body.Length);
        var content = reader.Read(item, page);
        contents.Add(content);
        tally.AddContent(content);
        if (content.Problem is { } problem)
        {
            return Failed(item, $"{item.Id}: {problem.Reason}");
        }

        return Done(item, "fetched");
    }

    private FrontierItem Done(FrontierItem item, string outcome)
    {
        _failures = 0;
        return item with { State = FrontierState.Done, Outcome = outcome };
    }

    private FrontierItem Failed(FrontierItem item, string detail)
    {
        tally.AddFailed(detail);
        _failures++;
        if (_failures >= failuresInARow)
        {
            tally.SetProblem($"{_failures} fetches in a row failed, the last: {detail}");
        }

        return item with { State = FrontierState.Failed, Outcome = detail };
    }

    private async Task StoreAsync(IReadOnlyList<PageContent> contents)
    {
        // Not cancelled: these pages are fetched, and their records are worth more than the moment they take.
        var lives = await StoreAsync(Collections.Lives, contents.SelectMany(c => c.Records.Lives));
        var reviews = await StoreAsync(Collections.Reviews, contents.SelectMany(c => c.Records.Reviews));
        var speakers = await StoreAsync(Collections.Speakers, contents.SelectMany(c => c.Records.Speakers));
        var portraits = await StoreAsync(Collections.Portraits, contents.SelectMany(c => c.Records.Portraits));
        await StoreAsync(Collections.Quarantine, contents.SelectMany(c => c.Records.Quarantine));
        await store.Frontier.AddAsync([.. contents.SelectMany(c => c.Next)], CancellationToken.None);
        tally.AddWrites(lives, reviews, speakers, portraits, contents.Sum(c => c.Records.Quarantine.Count));
    }

    private Task<UpsertCounts> StoreAsync<T>(Collection<T> collection, IEnumerable<T> records)
        where T : class, IRecord => store.UpsertAsync(collection, [.. records], CancellationToken.None);
}
