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
    private static readonly Errand Pages = new(site => new AllowedHosts(site), "application/json");
    private static readonly Errand Pictures = new(PictureHosts, "image/jpeg, image/png, image/webp");

    /// <exception cref="RecordingException">The recording cannot be opened, or the archive not be begun.</exception>
    internal Task<CrawlWay> OpenAsync(CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken) =>
        OpenAsync(Pages, source, archiveFolder, memory, cancellationToken);

    /// <summary>The way to the pictures that a source's pages name. They are never archived: whoever asks to be forgotten must not stay in a file.</summary>
    /// <exception cref="RecordingException">The recording cannot be opened.</exception>
    internal Task<CrawlWay> OpenPicturesAsync(CrawlSource source, IHostMemory memory, CancellationToken cancellationToken) =>
        OpenAsync(Pictures, source, archiveFolder: null, memory, cancellationToken);

    private async Task<CrawlWay> OpenAsync(Errand errand, CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken)
    {
        switch (source.Kind)
        {
            case CrawlSourceKind.Warc:
                var replay = WarcReplayHandler.Open(source.Path!, cancellationToken);
                return new CrawlWay(Recorded(errand, replay.Site(source.Site), replay), replay.Site(source.Site))
                {
                    Warnings = [.. replay.Problems.Select(problem => problem.ToString())],
                    IsCutShort = replay.IsCutOff,
                };

            case CrawlSourceKind.Jsonl:
                return new CrawlWay(Recorded(errand, source.Site, new JsonlReplayHandler(source.Path!)), source.Site);

            default:
                return await OpenNetworkAsync(errand, source, archiveFolder, memory, cancellationToken);
        }
    }

    private async Task<CrawlWay> OpenNetworkAsync(Errand errand, CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken)
    {
        var archive = archiveFolder is null
            ? null
            : await WarcArchive.OpenAsync(archiveFolder, time.GetUtcNow(), new WarcArchiveOptions { Software = options.Value.UserAgent }, cancellationToken);
        HttpMessageHandler network = NetworkHandler.Create(errand.Hosts(source.Site), options.Value);
        var way = archive is null ? network : new ArchiveHandler(archive, network, options.Value.LargestBody, time);
        var asking = new HttpClient(way, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        asking.DefaultRequestHeaders.UserAgent.ParseAdd(options.Value.UserAgent);
        var settings = source.IsLocal ? GateSettings.ForLoopback(politeness.Value, options.Value) : GateSettings.ForRealSite(politeness.Value, options.Value);
        var gate = new PoliteGate(settings, memory, new RobotsQuestion(asking, options.Value, time).AskAsync, time);
        return new CrawlWay(Fetcher(errand, source.Site, way, gate, options.Value), source.Site)
        {
            Gate = gate,
            Asking = asking,
            Archive = archive,
            Warnings = archive?.Warnings ?? [],
        };
    }

    // A recording is asked again as the site was, and without a pause: what it holds behind a failure is what the next attempt got.
    private HttpFetcher Recorded(Errand errand, Uri site, HttpMessageHandler replay) =>
        Fetcher(errand, site, replay, new OpenGate(), new FetchOptions { Retries = options.Value.Retries, RetryDelay = TimeSpan.Zero, LargestBody = options.Value.LargestBody });

    private HttpFetcher Fetcher(Errand errand, Uri site, HttpMessageHandler way, IHostGate gate, FetchOptions settings) =>
        new(way, gate, errand.Hosts(site), IsWall, settings, random.NextDouble, time, errand.Accepted);

    // Where the site sends those whom it takes for machines: its answer, not an address to go to.
    private static bool IsWall(Uri address) => address.AbsolutePath.StartsWith(SiteSignals.WallPath, StringComparison.Ordinal);

    // A server on this machine serves its own pictures.
    private static AllowedHosts PictureHosts(Uri site) => site.IsLoopback ? new AllowedHosts(site) : new AllowedHosts(PortraitAddress.Hosts[0], [.. PortraitAddress.Hosts.Skip(1)]);

    // What is fetched, and from where.
    private sealed record Errand(Func<Uri, AllowedHosts> Hosts, string Accepted);
}
