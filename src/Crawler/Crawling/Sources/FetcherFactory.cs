using System.Diagnostics.CodeAnalysis;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using LiveQuality.Crawler.Zhihu;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>Opens the way out for a source: a recording's, or the network's with its gate, its guard and, where it is wanted, its archive.</summary>
/// <param name="options">How long, how often and how much.</param>
/// <param name="politeness">How gently.</param>
/// <param name="random">Jitter of the retries.</param>
/// <param name="time">Clock of intervals, pauses and timeouts.</param>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The way owns all that is opened for it.")]
public sealed class FetcherFactory(IOptions<FetchOptions> options, IOptions<PolitenessOptions> politeness, Random random, TimeProvider time)
{
    /// <exception cref="RecordingException">The recording cannot be opened, or the archive not be begun.</exception>
    internal async Task<CrawlWay> OpenAsync(CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken)
    {
        switch (source.Kind)
        {
            case CrawlSourceKind.Warc:
                var replay = WarcReplayHandler.Open(source.Path!, cancellationToken);
                return new CrawlWay(Recorded(replay.Site(source.Site), replay), replay.Site(source.Site))
                {
                    Warnings = [.. replay.Problems.Select(problem => problem.ToString())],
                    IsCutShort = replay.IsCutOff,
                };

            case CrawlSourceKind.Jsonl:
                return new CrawlWay(Recorded(source.Site, new JsonlReplayHandler(source.Path!)), source.Site);

            default:
                return await OpenNetworkAsync(source, archiveFolder, memory, cancellationToken);
        }
    }

    private async Task<CrawlWay> OpenNetworkAsync(CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken)
    {
        var archive = archiveFolder is null
            ? null
            : await WarcArchive.OpenAsync(archiveFolder, time.GetUtcNow(), new WarcArchiveOptions { Software = options.Value.UserAgent }, cancellationToken);
        HttpMessageHandler network = NetworkHandler.Create(new AllowedHosts(source.Site), options.Value);
        var way = archive is null ? network : new ArchiveHandler(archive, network, options.Value.LargestBody, time);
        var asking = new HttpClient(way, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        asking.DefaultRequestHeaders.UserAgent.ParseAdd(options.Value.UserAgent);
        var settings = source.IsLocal ? GateSettings.ForLoopback(politeness.Value, options.Value) : GateSettings.ForRealSite(politeness.Value, options.Value);
        var gate = new PoliteGate(settings, memory, new RobotsQuestion(asking, options.Value, time).AskAsync, time);
        return new CrawlWay(Fetcher(source.Site, way, gate, options.Value), source.Site)
        {
            Gate = gate,
            Asking = asking,
            Archive = archive,
            Warnings = archive?.Warnings ?? [],
        };
    }

    // A recording is asked again as the site was, and without a pause: what it holds behind a failure is what the next attempt got.
    private HttpFetcher Recorded(Uri site, HttpMessageHandler replay) =>
        Fetcher(site, replay, new OpenGate(), new FetchOptions { Retries = options.Value.Retries, RetryDelay = TimeSpan.Zero, LargestBody = options.Value.LargestBody });

    private HttpFetcher Fetcher(Uri site, HttpMessageHandler way, IHostGate gate, FetchOptions settings) =>
        new(way, gate, new AllowedHosts(site), IsWall, settings, random.NextDouble, time);

    // Where the site sends those whom it takes for machines: its answer, not an address to go to.
    private static bool IsWall(Uri address) => address.AbsolutePath.StartsWith(SiteSignals.WallPath, StringComparison.Ordinal);
}
