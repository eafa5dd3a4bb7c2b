using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>A store, a site on 127.0.0.1 and crawls of it.</summary>
internal sealed class LocalCrawl : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FetchOptions _fetching = new() { RetryDelay = TimeSpan.FromMilliseconds(1), LongestRetryDelay = TimeSpan.FromSeconds(1) };
    private ZhihuSiteServer? _server;

    public LocalCrawl() => Store = new SqliteStore(_folder.PathOf("crawl.db"), TimeProvider.System);

    public SqliteStore Store { get; }

    /// <summary>Whether crawls read everything again.</summary>
    public bool Whole { get; init; }

    public async Task StartAsync(World world, Func<HttpContext, Task<bool>>? interceptor) =>
        _server = await ZhihuSiteServer.StartAsync(world, port: 0, interceptor, CancellationToken.None);

    public Task<CrawlReport> CrawlAsync(CancellationToken cancellationToken) => CrawlAsync(new Progress<CrawlProgress>(), cancellationToken);

    public Task<CrawlReport> CrawlAsync(IProgress<CrawlProgress> progress, CancellationToken cancellationToken) =>
        CrawlAsync(_server!.Address.AbsoluteUri, progress, cancellationToken);

    public Task<CrawlReport> CrawlAsync(string source, CancellationToken cancellationToken) => CrawlAsync(source, new Progress<CrawlProgress>(), cancellationToken);

    public async Task<List<T>> ReadAsync<T>(Collection<T> collection)
        where T : class, IRecord
    {
        var records = new List<T>();
        await foreach (var record in Store.ReadAsync(collection, new Query<T>(), CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await Store.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<CrawlReport> CrawlAsync(string source, IProgress<CrawlProgress> progress, CancellationToken cancellationToken)
    {
        if (!CrawlSource.TryParse(source, "no-sample", out var parsed, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        await Store.OpenAsync(CancellationToken.None);
        var fetchers = new FetcherFactory(Options.Create(_fetching), new Random(1), TimeProvider.System);
        return await new Crawl(Store, fetchers, Options.Create(new CrawlOptions()), TimeProvider.System).RunAsync(new CrawlRequest(parsed) { Whole = Whole }, progress, cancellationToken);
    }
}
