using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
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
    private ZhihuSiteServer? _server;

    private readonly TimeProvider _time;

    /// <param name="time">Clock of crawls and store; the system's where none is given.</param>
    public LocalCrawl(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Store = new SqliteStore(_folder.PathOf("crawl.db"), _time);
    }

    public SqliteStore Store { get; }

    /// <summary>Whether crawls read everything again.</summary>
    public bool Whole { get; set; }

    /// <summary>Folder to archive in; null for none.</summary>
    public string? ArchiveFolder { get; init; }

    /// <summary>How crawls fetch: without long pauses.</summary>
    public FetchOptions Fetching { get; } = new() { RetryDelay = TimeSpan.FromMilliseconds(1), LongestRetryDelay = TimeSpan.FromSeconds(1) };

    /// <summary>The site as the frontier knows it.</summary>
    public string Site => _server!.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>What the site was asked.</summary>
    public SiteJournal Journal => _server!.Journal;

    public async Task StartAsync(World world, Func<HttpContext, Task<bool>>? interceptor) =>
        _server = await ZhihuSiteServer.StartAsync(world, port: 0, interceptor, CancellationToken.None);

    public async Task StartAsync(IWorld world, SiteOptions options) =>
        _server = await ZhihuSiteServer.StartAsync(world, port: 0, options, CancellationToken.None);

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
        var fetchers = new FetcherFactory(Options.Create(Fetching), Options.Create(new PolitenessOptions()), new Random(1), _time);
        return await new Crawl(Store, fetchers, Options.Create(new CrawlOptions()), _time).RunAsync(new CrawlRequest(parsed) { Whole = Whole, ArchiveFolder = ArchiveFolder }, progress, cancellationToken);
    }
}
