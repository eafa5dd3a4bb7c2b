using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling.Portraits;

/// <summary>The way to portraits, open for one run. One fetch at a time.</summary>
public sealed class PortraitWay : IAsyncDisposable
{
    // Bans last minutes to hours (protocol, section 1.5): as long as a crawl keeps away after risk control.
    private static readonly TimeSpan Refusal = TimeSpan.FromHours(6);

    private readonly CrawlWay _way;
    private readonly TimeProvider _time;

    internal PortraitWay(CrawlWay way, TimeProvider time) => (_way, _time) = (way, time);

    /// <summary>Gets a portrait in the largest size that there is.</summary>
    /// <param name="portrait">The portrait; asking for a default avatar is refused without a fetch.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <returns>The picture's bytes as <see cref="FetchOutcome.Body"/>, or the last size's reason.</returns>
    public async Task<FetchOutcome> FetchAsync(Portrait portrait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        if (PortraitAddress.Parse(portrait.Url) is not { IsDefault: false } parsed)
        {
            return new FetchOutcome(FetchStatus.Failed, $"portrait {portrait.Id} has no address of a portrait", ReadOnlyMemory<byte>.Empty, _time.GetUtcNow());
        }

        FetchOutcome? last = null;
        foreach (var candidate in parsed.LargestFirst())
        {
            // A server on this machine serves its own pictures.
            var address = _way.Site.IsLoopback ? new Uri(_way.Site, candidate.PathAndQuery) : candidate;
            var before = last?.Transferred ?? 0;
            last = await _way.FetchAsync(new FetchRequest(address), cancellationToken);
            last = last with { Transferred = before + last.Transferred };
            if (IsRefusal(last))
            {
                await PauseAsync(address, last.Detail);
                break;
            }

            if (!IsOtherSizeWorthAsking(last))
            {
                break;
            }
        }

        return last!;
    }

    /// <summary>Whether the host has turned us away. A redirect to somewhere else, but to no wall, says only that a picture is not here.</summary>
    /// <param name="outcome">What <see cref="FetchAsync"/> said.</param>
    public static bool IsRefusal(FetchOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Status == FetchStatus.Blocked && (outcome.Location is null || SiteSignals.Find(outcome.Body, outcome.Location) is not null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _way.DisposeAsync();

    private static bool IsOtherSizeWorthAsking(FetchOutcome outcome) =>
        outcome.Status is FetchStatus.Gone or FetchStatus.NotRecorded or FetchStatus.Blocked || outcome is { Status: FetchStatus.Failed, Code: >= 400 and < 500 };

    // The gate then withholds the host's other portraits, in this run and the next. A recording is nobody to be left alone.
    private Task PauseAsync(Uri address, string reason) =>
        _way.Gate?.PauseAsync(address, _time.GetUtcNow() + Refusal, reason, CancellationToken.None) ?? Task.CompletedTask;
}
