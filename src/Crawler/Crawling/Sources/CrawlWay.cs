using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Fetching.Warc.Writing;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>The way to a source's pages, open for one crawl, and all that has to be closed behind it.</summary>
/// <param name="fetcher">Fetches.</param>
/// <param name="site">Base address of the site; for a recording, of the one that was recorded.</param>
internal sealed class CrawlWay(HttpFetcher fetcher, Uri site) : IAsyncDisposable
{
    public Uri Site => site;

    /// <summary>What is wrong with the recording that is replayed or written, though the rest of it can be used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the recording ends in the middle.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The gate of the network; null for a recording.</summary>
    public PoliteGate? Gate { get; init; }

    /// <summary>Asks for robots.txt; null for a recording.</summary>
    public HttpClient? Asking { get; init; }

    /// <summary>Where exchanges are archived; null where they are not.</summary>
    public WarcArchive? Archive { get; init; }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => fetcher.FetchAsync(request, cancellationToken);

    /// <summary>Leaves the host alone until some time, this process and those that come. A recording is nobody to be left alone.</summary>
    public Task PauseAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        Gate?.PauseAsync(site, until, reason, cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        Asking?.Dispose();
        Gate?.Dispose();
        if (Archive is not null)
        {
            await Archive.DisposeAsync();
        }
    }
}
