using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Tests.ZhihuSite;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls of a site that has faults until they are lifted.</summary>
internal sealed class FaultyCrawl : IAsyncDisposable
{
    private static readonly Lazy<Task<SortedDictionary<string, string>>> Whole = new(UndisturbedAsync);

    // What a clock says differs from crawl to crawl, and the version counts the observations, which are compared themselves; all else must not.
    private static readonly string[] Clocks = ["observedAt", "goneAt", "version"];

    private bool _areLifted;

    public FaultyCrawl() => Local = new LocalCrawl(Clock);

    public static World World => Worlds.Small;

    /// <summary>A live with several pages of reviews.</summary>
    public static WorldLive Live { get; } = World.Lives.First(live => live.Reviews > 50);

    public static string LivePath => $"/lives/{Live.Id}";

    public static string ReviewsPath => $"{LivePath}/reviews";

    public static string FirstReviews => $"{ReviewsPath}?limit=20&offset=0";

    public static string ThirdFeedPage => "/lives?limit=10&offset=18";

    public MovableClock Clock { get; } = new();

    public LocalCrawl Local { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A fault as people type it (<see cref="FaultList"/>).</summary>
    public static Fault Named(string text) =>
        FaultList.TryParse(text, seed: 7, out var plan, out var problem) ? plan.Faults.Single() : throw new ArgumentException(problem, nameof(text));

    public Task StartAsync(params Fault[] faults) => StartAsync(new SiteOptions(), faults);

    public Task StartAsync(SiteOptions options, params Fault[] faults) => Local.StartAsync(
        World, options with { Faults = new FaultPlan(7, [.. faults.Select(fault => fault with { Only = request => !_areLifted && fault.Only(request) })]) });

    /// <summary>From now on the site is as it should be.</summary>
    public void Lift() => _areLifted = true;

    public Task<CrawlReport> CrawlAsync() => Local.CrawlAsync(Cancel);

    /// <summary>What became of an address, given by path and query.</summary>
    public async Task<FrontierItem> ItemAsync(string address) => (await Local.Store.Frontier.FindAsync(Local.Site + address, Cancel))!;

    /// <summary>What is remembered of the site.</summary>
    public async Task<Host> HostAsync() => (await Local.Store.FindAsync(Collections.Hosts, Local.Site, Cancel))!;

    /// <summary>How often an address was asked for.</summary>
    public int Asked(string address) => Local.Journal.Of(address);

    /// <summary>Asserts that the store holds, record for record, what a crawl without faults brings; but for what is left out.</summary>
    /// <param name="isMissing">Records that must not be there, by keys such as <c>reviews/ID</c> and their JSON.</param>
    /// <param name="notCompared">Collections that are not looked at.</param>
    public async Task AssertWholeAsync(Func<string, string, bool>? isMissing = null, params string[] notCompared)
    {
        var expected = (await Whole.Value).Where(pair => IsCompared(pair.Key) && isMissing?.Invoke(pair.Key, pair.Value) != true).ToList();
        var actual = (await ContentsAsync(Local)).Where(pair => IsCompared(pair.Key)).ToList();

        Assert.Equal(expected.Select(pair => pair.Key), actual.Select(pair => pair.Key));
        Assert.Equal(expected.Select(pair => pair.Value), actual.Select(pair => pair.Value));

        bool IsCompared(string key) => !notCompared.Contains(key.Split('/')[0]);
    }

    /// <summary>Whether a record is a review of <see cref="Live"/>.</summary>
    public static bool IsReviewOfTheLive(string key, string json) =>
        key.StartsWith("reviews/", StringComparison.Ordinal) && json.Contains($"\"liveId\":\"{Live.Id}\"", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => Local.DisposeAsync();

    private static async Task<SortedDictionary<string, string>> UndisturbedAsync()
    {
        await using var local = new LocalCrawl();
        await local.StartAsync(World, new SiteOptions());
        var report = await local.CrawlAsync(CancellationToken.None);
        return report.Problem is null ? await ContentsAsync(local) : throw new InvalidOperationException(report.Problem);
    }

    private static async Task<SortedDictionary<string, string>> ContentsAsync(LocalCrawl local)
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await AddAsync(Collections.Lives);
        await AddAsync(Collections.Observations);
        await AddAsync(Collections.Speakers);
        await AddAsync(Collections.Reviews);
        await AddAsync(Collections.Portraits);
        return contents;

        async Task AddAsync<T>(Collection<T> collection)
            where T : class, IRecord
        {
            foreach (var record in await local.ReadAsync(collection))
            {
                contents.Add($"{collection.Name}/{record.Id}", Text(record, collection.Json));
            }
        }
    }

    private static string Text<T>(T record, JsonTypeInfo<T> json)
    {
        var document = JsonSerializer.SerializeToNode(record, json)!.AsObject();
        foreach (var clock in Clocks.Where(document.ContainsKey))
        {
            document[clock] = "*";
        }

        return document.ToJsonString();
    }
}
