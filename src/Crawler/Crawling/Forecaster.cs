using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Says what a crawl would do. Asks the store only: nothing is fetched and nothing is changed.</summary>
/// <param name="store">Where the frontier is.</param>
/// <param name="politeness">How gently it would go.</param>
/// <param name="time">Clock.</param>
public sealed class Forecaster(IRecordStore store, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    private const int Shown = 10;

    /// <summary>Looks ahead.</summary>
    /// <param name="request">The crawl.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<CrawlForecast> ForecastAsync(CrawlRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var source = request.Source;
        var site = Targets.SiteOf(source.Site);
        var host = await store.FindAsync(Collections.Hosts, site, cancellationToken);
        var counts = await store.Frontier.CountAsync(site, cancellationToken);
        var waiting = await store.Frontier.ReadAsync(site, FrontierState.Waiting, Shown, cancellationToken).ToListAsync(cancellationToken);
        var failed = await store.Frontier.ReadAsync(site, FrontierState.Failed, Shown, cancellationToken).ToListAsync(cancellationToken);
        var first = waiting.Concat(failed).Where(item => item.State == FrontierState.Failed || item.DueAt <= time.GetUtcNow()).Take(Shown).ToList();
        var due = counts.Due + counts.Failed;
        var settings = politeness.Value;
        var pace = host?.Delay > settings.MinimumInterval ? host.Delay.Value : settings.MinimumInterval;
        return new CrawlForecast
        {
            Site = site,
            Feed = Feed(request, host, first),
            Due = due,
            Later = counts.Later,
            NextDueAt = counts.NextDueAt,
            First = first,
            PausedUntil = host?.PausedUntil > time.GetUtcNow() ? host.PausedUntil : null,
            RequestsLeftToday = source.IsLocal ? null : Math.Max(0, settings.DailyRequests - Spent(host)),
            Takes = source.IsLocal ? TimeSpan.Zero : pace * due,
        };
    }

    private int Spent(Host? host) => host?.Day == DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) ? host.RequestsToday : 0;

    private static string Feed(CrawlRequest request, Host? host, IReadOnlyList<FrontierItem> first)
    {
        if (first.Any(item => item is { Kind: TargetKind.Feed, Walk: not null }))
        {
            return "goes on where an earlier crawl left it";
        }

        return request.ReadsUntilKnown(host?.FeedReadAt) ? "is read until everything on it is known" : "is read to its end";
    }
}
