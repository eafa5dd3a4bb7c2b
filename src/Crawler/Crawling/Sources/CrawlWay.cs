using LiveQuality.Crawler.Fetching;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>The way to a source's pages, open for one crawl.</summary>
internal sealed class CrawlWay(HttpFetcher fetcher) : IAsyncDisposable
{
    /// <summary>What is wrong with the recording that is replayed, though the rest of it can be used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the recording ends in the middle.</summary>
    public bool IsCutShort { get; init; }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => fetcher.FetchAsync(request.Address, cancellationToken);

    /// <summary>Leaves the host alone until some time, this process and those that come.</summary>
    public Task PauseAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken) => Task.Delay(0, cancellationToken).ContinueWith(_ => Warnings, TaskScheduler.Default);

    public ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        return ValueTask.CompletedTask;
    }
}
