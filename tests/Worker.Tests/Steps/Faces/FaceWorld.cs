using LiveQuality.Crawler;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiveQuality.Worker.Tests.Steps.Faces;

/// <summary>An invented site on 127.0.0.1, a store in a file, and the worker between them with nets of straw.</summary>
internal sealed class FaceWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly ZhihuSiteServer _server;

    private FaceWorld(ZhihuSiteServer server)
    {
        _server = server;
        var address = $"sqlite:{StoreFile}";
        Store = StoreFactory.Create(address, mustExist: false, TimeProvider.System);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Mining:Training:Regressor", "mtb-dnn-2019"), new("Mining:Training:Epochs", "2"), new("Crawler:Fetching:Retries", "0")]).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new WorkerSettings(address, StoreMustExist: false, Json: true, null, null, null, null))
            .AddSingleton(Store)
            .AddCrawler(seed: 1)
            .AddMining()
            .AddWorker()
            .AddSingleton<IProgressView>(new PlainProgressView(TextWriter.Null, TimeProvider.System))
            .AddSingleton<Func<IFaceAnalysis>>(() => Faces)
            .BuildServiceProvider();
    }

    /// <summary>The nets that the next run loads.</summary>
    public FakeFaces Faces { get; set; } = new();

    public string StoreFile => _folder.PathOf("faces.db");

    public CrawlSource Source => new(CrawlSourceKind.Network, _server.Address, null);

    public IRecordStore Store { get; }

    /// <summary>Pictures that the site was asked for.</summary>
    public int PicturesAsked => _server.Journal.Entries.Count(entry => entry.Address.EndsWith(".jpg", StringComparison.Ordinal));

    /// <param name="interceptor">Answers instead of the site; true where it has.</param>
    public static async Task<FaceWorld> StartAsync(Func<HttpContext, Task<bool>>? interceptor = null)
    {
        var world = new FaceWorld(await ZhihuSiteServer.StartAsync(World.Create(seed: 5, lives: 137), port: 0, interceptor, CancellationToken.None));
        await world.Store.OpenAsync(CancellationToken.None);
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<CrawlReport> CrawlAsync() => Get<CrawlStep>().RunAsync(new CrawlRequest(Source) { Whole = true }, CancellationToken.None);

    public Task<PortraitReport> LookAsync() => Get<PortraitStep>().RunAsync(Source, CancellationToken.None);

    public Task<ForgetReport> ForgetAsync(string speaker) => Get<ForgetStep>().RunAsync(speaker, CancellationToken.None);

    /// <summary>Speakers that share one portrait.</summary>
    public async Task AddAsync(string portrait, params string[] speakers)
    {
        await Store.UpsertAsync(
            Collections.Portraits, [new Portrait { Id = portrait, ObservedAt = DateTimeOffset.UnixEpoch, Url = $"https://pic1.zhimg.com/{portrait}_s.jpg" }], CancellationToken.None);
        await Store.UpsertAsync(
            Collections.Speakers, [.. speakers.Select(id => new Speaker { Id = id, ObservedAt = DateTimeOffset.UnixEpoch, PortraitId = portrait })], CancellationToken.None);
    }

    public async Task<FaceResult?> FaceAsync(string portrait) => (await Store.FindAsync(Collections.Portraits, portrait, CancellationToken.None))!.Face;

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
        await _services.DisposeAsync();
        await Store.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
