using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>One worker's view of the frontier of one site: what it takes, keeps and gives back.</summary>
/// <param name="frontier">The frontier.</param>
/// <param name="site">The site.</param>
/// <param name="isPolite">Whether only one worker at a time may fetch from the site, wherever it runs.</param>
/// <param name="time">Clock of the waiting and of the heartbeat.</param>
internal sealed class CrawlQueue(IFrontier frontier, string site, bool isPolite, TimeProvider time)
{
    // Renewed by the heartbeat while the worker lives. When it dies on another machine, this is how long its work lies still.
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    // How often to look whether another worker gave something back.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // Many at once where nobody is disturbed; a polite worker has hours for the next one.
    private int Count => isPolite ? 1 : 64;

    private readonly string _owner = LeaseOwner.New();
    private readonly CrawlTurn? _turn = isPolite ? new CrawlTurn(frontier, site, Lease, time) : null;

    /// <summary>Whether another worker may fetch from the polite site by now.</summary>
    public bool HasLostTurn => _turn?.IsLost == true;

    /// <summary>
    /// Waits for the turn, where only one worker at a time may fetch; then takes over what workers have left that died on this machine, and gives what failed
    /// before another chance.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await (_turn?.TakeAsync(cancellationToken) ?? Task.CompletedTask);
        await frontier.ReleaseDeadAsync(site, cancellationToken);
        await frontier.RequeueAsync(site, runId: null, cancellationToken);
    }

    public Task<IReadOnlyList<FrontierItem>> LeaseAsync(CancellationToken cancellationToken) =>
        frontier.LeaseAsync(site, _owner, Count, Lease, cancellationToken);

    /// <summary>Whether a walk along the feed is under way, this worker's of an earlier run or another's.</summary>
    /// <param name="isWhole">Whether only a walk counts that reads the feed to its end.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<bool> HasFeedAsync(bool isWhole, CancellationToken cancellationToken)
    {
        foreach (var state in new[] { FrontierState.Waiting, FrontierState.Leased })
        {
            // The feed comes first in the order in which they are handed out.
            await foreach (var item in frontier.ReadAsync(site, state, int.MaxValue, cancellationToken))
            {
                if (item.Kind != TargetKind.Feed)
                {
                    break;
                }

                if (item.Walk is { } walk && !(isWhole && walk.UntilKnown))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Called when nothing is due: waits for what other workers hold.</summary>
    /// <param name="counts">What the frontier holds now.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>False when nobody holds anything: the crawl is over.</returns>
    public async Task<bool> WaitForOthersAsync(FrontierCounts counts, CancellationToken cancellationToken)
    {
        if (counts.Leased > 0)
        {
            await Task.Delay(Poll, time, cancellationToken);
        }

        return counts is { Leased: > 0 } or { Due: > 0 };
    }

    public Task<FrontierCounts> CountAsync(CancellationToken cancellationToken) => frontier.CountAsync(site, cancellationToken);

    public Task AddAsync(FrontierItem item, CancellationToken cancellationToken) => frontier.AddAsync([item], cancellationToken);

    /// <summary>The item as this worker holds it without having leased it: a page that it fetches in the same breath as the one that named it.</summary>
    public FrontierItem Ahead(FrontierItem item) =>
        item with { State = FrontierState.Leased, Owner = _owner, LeasedUntil = time.GetUtcNow() + Lease };

    /// <summary>Keeps this worker's leases alive until it is stopped.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await RenewAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The crawl is over.
        }
    }

    /// <summary>Gives items back as they were: nothing was asked.</summary>
    public Task GiveBackAsync(IEnumerable<FrontierItem> items) =>
        frontier.CompleteAsync([.. items.Select(item => item with { State = FrontierState.Waiting })], CancellationToken.None);

    /// <summary>Gives back whatever is still held, also when stopped.</summary>
    public async Task ReleaseAsync()
    {
        await frontier.ReleaseAsync(_owner, CancellationToken.None);
        await (_turn?.EndAsync() ?? Task.CompletedTask);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await frontier.RenewAsync(_owner, Lease, cancellationToken);
            await (_turn?.RenewAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (StoreException)
        {
            // Tried again at the next beat. If the store stays away, the next commit says so; and the turn knows by the clock when it is lost.
        }
    }
}
