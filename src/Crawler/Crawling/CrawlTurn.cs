using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// The right to fetch from a polite site, which one worker has at a time, wherever it runs: a lease in the frontier on something that is no address. It
/// outlives no worker, and whoever could not renew it in time knows by its own clock that it has lost it.
/// </summary>
internal sealed class CrawlTurn(IFrontier frontier, string site, TimeSpan lease, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly string _owner = LeaseOwner.New();
    private readonly string _id = $"turn:{site}";
    private FrontierItem? _turn;
    private long _until;

    /// <summary>Whether the turn was had and may be somebody else's by now: the machine slept, or the store was out of reach.</summary>
    public bool IsLost => _turn is not null && time.GetUtcNow().UtcTicks >= Interlocked.Read(ref _until);

    /// <summary>Waits until no other worker has the turn.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await frontier.ReleaseDeadAsync(_id, cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            await frontier.AddAsync([new FrontierItem { Id = _id, Site = _id, Kind = "turn", Priority = 0, DueAt = now }], cancellationToken);
            _turn = (await frontier.LeaseAsync(_id, _owner, 1, lease, cancellationToken)).SingleOrDefault();
            if (_turn is not null)
            {
                Interlocked.Exchange(ref _until, (now + lease).UtcTicks);
                return;
            }

            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    /// <summary>Keeps the turn for another lease, unless it is lost.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + lease;
        if (_turn is not null && !IsLost && await frontier.RenewAsync(_owner, lease, cancellationToken) > 0)
        {
            Interlocked.Exchange(ref _until, until.UtcTicks);
        }
    }

    /// <summary>Ends the turn.</summary>
    public async Task EndAsync()
    {
        if (_turn is { } turn)
        {
            await frontier.CompleteAsync([turn with { State = FrontierState.Done, Outcome = "ended" }], CancellationToken.None);
        }
    }
}
