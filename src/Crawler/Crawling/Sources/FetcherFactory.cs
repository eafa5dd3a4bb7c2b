using System.Diagnostics.CodeAnalysis;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using LiveQuality.Crawler.Fetching.Warc;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>Opens the way out for a source. All that differs between a recording and the network is the innermost handler.</summary>
/// <param name="options">How gently, how often and how much.</param>
/// <param name="random">Jitter of the retries.</param>
/// <param name="time">Clock of intervals, pauses and timeouts.</param>
public sealed class FetcherFactory(IOptions<FetchOptions> options, Random random, TimeProvider time)
{
    /// <exception cref="RecordingException">The recording cannot be opened.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The fetcher owns the client, which owns its handlers.")]
    internal HttpFetcher Open(CrawlSource source, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var hosts = new AllowedHosts(source.Site);
        var (way, warnings) = Handler(source, hosts, settings, cancellationToken);
        if (!source.IsLocal)
        {
            way = new PoliteHandler(settings.MinimumInterval, time, way);
        }

        return new HttpFetcher(way, new OpenGate(), hosts, IsWall, settings, random.NextDouble, time) { Warnings = warnings };
    }

    // Protocol, section 1.6: where the site sends those it takes for machines.
    private static bool IsWall(Uri address) => address.AbsolutePath.StartsWith("/account/unhuman", StringComparison.Ordinal);

    private static (HttpMessageHandler Handler, IReadOnlyList<string> Warnings) Handler(
        CrawlSource source, AllowedHosts hosts, FetchOptions settings, CancellationToken cancellationToken)
    {
        switch (source.Kind)
        {
            case CrawlSourceKind.Warc:
                var replay = WarcReplayHandler.Open(source.Path!, cancellationToken);
                return (replay, [.. replay.Problems.Select(problem => problem.ToString())]);

            case CrawlSourceKind.Jsonl:
                return (new JsonlReplayHandler(source.Path!), []);

            default:
                return (NetworkHandler.Create(hosts, settings), []);
        }
    }
}
