using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Crawls one source: the feed, then each live's reviews and each speaker.</summary>
/// <param name="store">Where records and the frontier are.</param>
/// <param name="fetchers">Ways out.</param>
/// <param name="options">How far to go.</param>
/// <param name="time">Clock.</param>
public sealed class Crawl(IRecordStore store, FetcherFactory fetchers, IOptions<CrawlOptions> options, TimeProvider time)
{
    // Long against what a batch takes: a local page milliseconds, a polite one the site's interval. A crawl that was killed is taken over when it ends.
    private const int LocalBatch = 64;
    private static readonly TimeSpan LocalLease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PoliteLease = TimeSpan.FromMinutes(30);

    // How often to look whether another worker gave something back.
    private static readonly TimeSpan OthersPoll = TimeSpan.FromSeconds(1);

    /// <summary>Runs until nothing is left to fetch. Records are stored batch by batch, so a crawl that is stopped keeps what it has.</summary>
    /// <param name="source">Where the pages come from.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellationToken">Stops after the page in hand; what was read by then is stored.</param>
    /// <returns>What was done; <see cref="CrawlReport.Problem"/> says when it is not the whole site.</returns>
    /// <exception cref="RecordingException">The recording cannot be read.</exception>
    public async Task<CrawlReport> RunAsync(CrawlSource source, IProgress<CrawlProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(progress);
        using var fetcher = fetchers.Open(source, cancellationToken);
        var start = time.GetUtcNow();
        var targets = new Targets(source.Site, start);
        var reader = new TargetReader(targets, options.Value.PageCap);
        var tally = new CrawlTally();
        var batch = new CrawlBatch(store, fetcher, reader, tally, options.Value.FailuresInARow);
        var (count, lease) = source.IsLocal ? (LocalBatch, LocalLease) : (1, PoliteLease);

        await store.Frontier.AddAsync([targets.Feed(0)], cancellationToken);
        while (tally.Problem is null)
        {
            // The feed shifts while it is read, so it goes first and alone; then all there is to do is known, and the bar tells the truth.
            var items = await store.Frontier.LeaseAsync(targets.Site, Owner, batch.FeedGoesOn ? 1 : count, lease, cancellationToken);
            if (items.Count > 0)
            {
                await batch.RunAsync(items, cancellationToken);
                progress.Report(await ProgressAsync(targets.Site, tally, cancellationToken));
            }
            else if (await OthersWorkAsync(targets.Site, cancellationToken))
            {
                await Task.Delay(OthersPoll, time, cancellationToken);
            }
            else
            {
                break;
            }
        }

        var watched = await new FieldWatch(store).JudgeAsync(targets.Site, tally.Fields, cancellationToken);
        return tally.Report(fetcher.Warnings) with { Watched = watched };
    }

    private static string Owner => $"{Environment.MachineName}/{Environment.ProcessId}";

    // What is leased now is somebody else's: another worker's, or that of one that died, which comes back when its lease ends. What waits was added since we looked.
    private async Task<bool> OthersWorkAsync(string site, CancellationToken cancellationToken)
    {
        var states = await store.Frontier.CountByStateAsync(site, cancellationToken);
        return states.ContainsKey(FrontierState.Leased) || states.ContainsKey(FrontierState.Waiting);
    }

    private async Task<CrawlProgress> ProgressAsync(string site, CrawlTally tally, CancellationToken cancellationToken)
    {
        var states = await store.Frontier.CountByStateAsync(site, cancellationToken);
        var open = states.GetValueOrDefault(FrontierState.Waiting) + states.GetValueOrDefault(FrontierState.Leased);
        return new CrawlProgress(tally.Handled, tally.Handled + (int)open, tally.LivesMet, tally.ReviewsMet);
    }
}
