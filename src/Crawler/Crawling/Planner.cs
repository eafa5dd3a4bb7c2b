using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Decides what follows from a page: the next one of its list, what it leads to, and when it is worth another look.</summary>
/// <param name="store">What is known already.</param>
/// <param name="targets">Makes addresses.</param>
/// <param name="options">How far lists go and how often things are looked at again.</param>
/// <param name="startedAt">When the crawl began.</param>
/// <param name="revisits">Whether things are looked at again at all: a recording never changes.</param>
internal sealed class Planner(IRecordStore store, Targets targets, CrawlOptions options, bool revisits, DateTimeOffset startedAt)
{
    private readonly RevisitRule _rule = new(options.ShortestRevisit, options.LongestRevisit);

    // One, where a shift would show; none in a recording that turns out to be made without.
    private int _overlap = 1;

    /// <summary>When the last whole reading of the feed began; null before the first.</summary>
    public DateTimeOffset? FeedReadAt { get; set; }

    /// <summary>What follows from a page that was read. Ask before its records are stored: it compares them with what is known.</summary>
    public Task<PagePlan> PlanAsync(FrontierItem item, PageContent content, DateTimeOffset now, CancellationToken cancellationToken) => item.Kind switch
    {
        TargetKind.Feed => PlanFeedAsync(item, content, now, cancellationToken),
        TargetKind.Live => PlanLiveAsync(item, content, now, cancellationToken),
        TargetKind.Reviews => PlanReviewsAsync(item, content, now, cancellationToken),
        _ => Task.FromResult(new PagePlan { RevisitAfter = revisits ? options.LongestRevisit : null }),
    };

    /// <summary>What follows from an answer that says that nothing has changed.</summary>
    public PagePlan PlanUnchanged(FrontierItem item) =>
        new() { RevisitAfter = item.Kind == TargetKind.Live ? _rule.Next(item.RevisitAfter ?? options.ShortestRevisit, 0, 0, default) : options.LongestRevisit };

    /// <summary>Where a list goes on behind a page that could not be had: one bad page costs itself and not the rest. Whatever it held, the walk is not whole.</summary>
    public FrontierItem? PlanAround(FrontierItem item, DateTimeOffset now) => item is { Kind: TargetKind.Feed, Walk: { } walk }
        ? targets.Page(item, Targets.Offset(item) + Endpoints.LivesPageSize - _overlap, walk with { Pages = walk.Pages + 1, Previous = [], IsBroken = true }, now)
        : null;

    /// <summary>Notes that a walk has read all of the feed.</summary>
    /// <returns>The head of the feed, to be read once more after a long walk: what was announced meanwhile stands there. Null where nothing can have been.</returns>
    public FrontierItem? EndFeed(ListWalk walk, DateTimeOffset readAt, DateTimeOffset now)
    {
        FeedReadAt = readAt;
        return !walk.UntilKnown || walk.StartedAt < startedAt ? targets.BeginFeed(now, untilKnown: true) : null;
    }

    /// <summary>The tombstone of a target, where it is known and has none: the record stays, with the time since when the site no longer has it.</summary>
    public async Task<CleanBatch> BuryAsync(FrontierItem item, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (item.Kind == TargetKind.Speaker)
        {
            var speaker = await store.FindAsync(Collections.Speakers, Targets.SpeakerId(item), cancellationToken);
            return speaker is { GoneAt: null } ? CleanBatch.Empty with { Speakers = [new Speaker { Id = speaker.Id, ObservedAt = at, GoneAt = at }] } : CleanBatch.Empty;
        }

        // By its own address only: a list of reviews that answers 404 may be an endpoint that has moved.
        var live = item.Kind != TargetKind.Live ? null : await store.FindAsync(Collections.Lives, Targets.LiveId(item), cancellationToken);
        return live is { GoneAt: null } ? CleanBatch.Empty with { Lives = [new Live { Id = live.Id, ObservedAt = at, GoneAt = at }] } : CleanBatch.Empty;
    }

    /// <summary>The same page as a recording holds it that was made without overlap; null where that was tried.</summary>
    public FrontierItem? PlanWithoutOverlap(FrontierItem item, DateTimeOffset now)
    {
        if (item.Walk is not { Previous.Count: > 0 } || _overlap == 0)
        {
            return null;
        }

        _overlap = 0;
        return targets.Page(item, Targets.Offset(item) + 1, item.Walk, now);
    }

    private async Task<PagePlan> PlanFeedAsync(FrontierItem item, PageContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var walk = item.Walk;
        var known = walk?.UntilKnown == true ? await KnownAsync(Collections.Lives, content.Ids, cancellationToken) : [];
        var plan = Step(item, content, IsAllKnown(content, known, walk), Endpoints.LivesPageSize, now);
        var next = new List<FrontierItem>();
        foreach (var live in content.Records.Lives)
        {
            var stored = known.GetValueOrDefault(live.Id);
            if (HasNewReviews(live, stored))
            {
                next.Add(targets.Reviews(live.Id, 0, ListWalk.Begin(now, walk?.UntilKnown == true), now));
            }

            if (revisits && stored is null or { GoneAt: not null })
            {
                var interval = _rule.First(live, now);
                next.Add(targets.Live(live.Id, now + interval) with { RevisitAfter = interval });
            }
        }

        // Speakers of known lives have visits of their own.
        var met = content.Records.Lives.Where(live => !known.ContainsKey(live.Id)).SelectMany(live => (live.CospeakerIds ?? []).Append(live.SpeakerId)).OfType<string>();
        next.AddRange(met.Distinct(StringComparer.Ordinal).Select(id => targets.Speaker(id, now)));
        return plan with { Next = next, FeedReadAt = revisits && plan is { Follow: null, Warning: null } && walk is { IsBroken: false } ? walk.StartedAt : null };
    }

    // A live is announced before it starts. On a page that is all known, and that had all started before the feed was last read to its end, nothing is new, and
    // nothing can be new behind it: the feed has the latest start first.
    private bool IsAllKnown(PageContent content, Dictionary<string, Live> known, ListWalk? walk) =>
        walk is not null && content.Ids.Count > 0 && content.Ids.All(id => known.TryGetValue(id, out var live) && live.ObservedAt < walk.StartedAt && !(live.StartsAt >= FeedReadAt));

    private async Task<PagePlan> PlanReviewsAsync(FrontierItem item, PageContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = item.Walk?.UntilKnown == true ? await KnownAsync(Collections.Reviews, content.Ids, cancellationToken) : [];
        var isAllKnown = content.Ids.Count > 0 && content.Ids.All(id => known.TryGetValue(id, out var review) && review.ObservedAt < item.Walk?.StartedAt);
        return Step(item, content, isAllKnown, Endpoints.ReviewsPageSize, now);
    }

    private async Task<PagePlan> PlanLiveAsync(FrontierItem item, PageContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(Collections.Lives, Targets.LiveId(item), cancellationToken);
        if (content.Records.Lives is not [var live])
        {
            return new PagePlan { RevisitAfter = options.LongestRevisit };
        }

        var last = item.RevisitAfter ?? options.ShortestRevisit;
        var since = item.History is [.., var visit] ? now - visit.At : last;
        return new PagePlan
        {
            Next = HasNewReviews(live, stored) ? [targets.Reviews(live.Id, 0, ListWalk.Begin(now, untilKnown: true), now)] : [],
            RevisitAfter = _rule.Next(last, stored?.ReviewCount, live.ReviewCount, since),
        };
    }

    private static bool HasNewReviews(Live live, Live? stored) => live.ReviewCount is not 0 && (stored is null || live.ReviewCount != stored.ReviewCount);

    private PagePlan Step(FrontierItem item, PageContent content, bool isAllKnown, int pageSize, DateTimeOffset now)
    {
        if (isAllKnown || item.Walk is null)
        {
            return new PagePlan(); // Nothing new behind it; or another walk has gone round it, and is further.
        }

        var step = new ListWalker(pageSize, _overlap, options.PageCap).Next(item.Walk, Targets.Offset(item), content.Ids, content.IsEnd, item.Id);
        return new PagePlan { Follow = step.Offset is { } offset ? targets.Page(item, offset, step.Walk, now) : null, Warning = step.Warning };
    }

    private async Task<Dictionary<string, T>> KnownAsync<T>(Collection<T> collection, IReadOnlyList<string> ids, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await store.FindAsync(collection, id, cancellationToken) is { } record)
            {
                known[id] = record;
            }
        }

        return known;
    }
}
