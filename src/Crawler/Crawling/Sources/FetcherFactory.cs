using System.Diagnostics.CodeAnalysis;
using System.Net;
using LiveQuality.Crawler.Fetching;
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
    internal Task<CrawlWay> OpenAsync(CrawlSource source, string? archiveFolder, IHostMemory memory, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var (way, warnings) = Handler(source, cancellationToken);
        if (!source.IsLocal)
        {
            way = new PoliteHandler(settings.MinimumInterval, time, way);
        }

        var client = new HttpClient(way) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(settings.UserAgent);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return Task.FromResult(new CrawlWay(new HttpFetcher(client, source.Site, settings, RetryPolicy.Create(settings, time, NextDouble), time)) { Warnings = warnings });
    }

    private static (HttpMessageHandler Handler, IReadOnlyList<string> Warnings) Handler(CrawlSource source, CancellationToken cancellationToken)
    {
        switch (source.Kind)
        {
            case CrawlSourceKind.Warc:
                var replay = WarcReplayHandler.Open(source.Path!, cancellationToken);
                return (replay, [.. replay.Problems.Select(problem => problem.ToString())]);

            case CrawlSourceKind.Jsonl:
                return (new JsonlReplayHandler(source.Path!), []);

            default:
                // A redirect is an answer to look at (the captcha wall is one), never an order to follow.
                var network = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    MaxConnectionsPerServer = 1,
                };
                return (network, []);
        }
    }

    private double NextDouble() => random.NextDouble();
}
