using System.Diagnostics;
using System.Globalization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace LiveQuality.Benchmarks;

/// <summary>
/// A whole crawl of a ZhihuSite on this machine into SQLite: feed pages a second, beside a client that only fetches the same pages, and memory along the way.
/// It takes minutes and runs once, so it is no BenchmarkDotNet benchmark.
/// </summary>
internal static class CrawlThroughput
{
    private const int PagesPerLine = 10_000;
    private const int LivesPerStep = 9;

    public static async Task RunAsync(Uri site, int mostPages)
    {
        var folder = Directory.CreateTempSubdirectory("livequality-crawl-");
        try
        {
            await using var store = new SqliteStore(Path.Combine(folder.FullName, "crawl.db"), TimeProvider.System);
            await store.OpenAsync(CancellationToken.None);
            await CrawlAsync(site, store, mostPages);
            var (pages, took) = await FeedAsync(store, Targets(site));
            Show($"feed: {pages} pages in {took.TotalSeconds:0.0} s, {pages / took.TotalSeconds:0} pages/s, {pages * (LivesPerStep + 1) / took.TotalSeconds:0} lives/s fetched, parsed, cleaned and stored");
            var fetch = await FetchOnlyAsync(site, pages);
            Show($"peer: HttpClient alone fetches the same pages at {pages / fetch.TotalSeconds:0} pages/s; ratio {took / fetch:0.0}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Targets(Uri site) => site.GetLeftPart(UriPartial.Authority);

    private static async Task CrawlAsync(Uri site, SqliteStore store, int mostPages)
    {
        var fetchers = new FetcherFactory(Options.Create(new FetchOptions()), Options.Create(new PolitenessOptions()), new Random(1), TimeProvider.System);
        var crawl = new Crawl(store, fetchers, Options.Create(new CrawlOptions()), TimeProvider.System);
        using var stop = new CancellationTokenSource();
        try
        {
            var source = new CrawlSource(CrawlSourceKind.Network, site, null);
            await crawl.RunAsync(new CrawlRequest(source), new Meter(mostPages, stop), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Enough pages.
        }
    }

    private static async Task<(int Pages, TimeSpan Took)> FeedAsync(SqliteStore store, string site)
    {
        var times = new List<DateTimeOffset>();
        await foreach (var item in store.Frontier.ReadAsync(site, FrontierState.Done, int.MaxValue, CancellationToken.None))
        {
            if (item.Kind == "feed")
            {
                times.Add(item.FinishedAt!.Value);
            }
        }

        return (times.Count, times.Max() - times.Min());
    }

    private static async Task<TimeSpan> FetchOnlyAsync(Uri site, int pages)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        for (var page = 0; page < pages; page++)
        {
            await client.GetByteArrayAsync(new Uri(site, $"/lives?limit=10&offset={page * LivesPerStep}"));
        }

        return clock.Elapsed;
    }

    private static void Show(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Meter(int mostPages, CancellationTokenSource stop) : IProgress<CrawlProgress>
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private int _next = PagesPerLine;

        public void Report(CrawlProgress value)
        {
            if (value.Done >= _next)
            {
                _next += PagesPerLine;
                using var process = Process.GetCurrentProcess();
                Show($"{value.Done,8} pages {_clock.Elapsed.TotalSeconds,7:0.0} s   heap in use {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:0.0} MB   working set {process.WorkingSet64 / 1e6,6:0} MB");
            }

            if (value.Done >= mostPages)
            {
                stop.Cancel();
            }
        }
    }
}
