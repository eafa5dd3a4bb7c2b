using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Tests.Commands;
using LiveQuality.Worker.Tests.Jobs;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>The service in this process over a copy of the trained store, scored by its champion, with what else the API tells of.</summary>
public sealed class ApiSite(TrainedStore trained) : IAsyncLifetime
{
    public const string LiveId = "900000000000000012";
    public const string SpeakerId = "speaker-of-all";
    public const string PortraitId = "0123456789abcdef";
    public const string CrawlId = "20180115T120000.000Z-crawl-1";

    /// <summary>What no answer may hold.</summary>
    public const string Payload = "a payload that nobody may see";

    private const int OlderCrawls = 4;

    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public string Store => $"sqlite:{_folder.PathOf("data.db")}";

    internal Commands.Program Program => new(_folder.PathOf(".")) { IsAsShipped = true };

    public async ValueTask InitializeAsync()
    {
        await trained.CopyToAsync(_folder);
        await ChangeAsync(FillAsync);
        await Program.RunJsonAsync("score", "--store", Store);
        _app = ServiceHost.Build(new WorkerSettings(Store, StoreMustExist: true, Json: false, null, null, null, null), "http://127.0.0.1:0");
        ClocklessSchedule.Set(_app.Services);
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
        await Client.UntilAsync("/health/ready", (answer, _) => answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Writes into the store, as another process would.</summary>
    internal async Task ChangeAsync(Func<IRecordStore, Task> change)
    {
        await using var store = StoreFactory.Create(Store, mustExist: true, TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        await change(store);
    }

    /// <summary>A run that is over.</summary>
    internal static Run Ended(string id, string command, string outcome) => new()
    {
        Id = id,
        Command = command,
        Trigger = RunTriggers.Command,
        StartedAt = Noon,
        EndedAt = Noon.AddMinutes(30),
        Inputs = new Dictionary<string, string>(),
        Counts = new Dictionary<string, long> { ["pages"] = 1000 },
        Outcome = outcome,
    };

    private static async Task FillAsync(IRecordStore store)
    {
        var live = (await store.FindAsync(Collections.Lives, LiveId, CancellationToken.None))!;
        await store.UpsertAsync(
            Collections.Lives,
            [live with { ObservedAt = live.ObservedAt.AddDays(1), Subject = "如何读一本书", SpeakerId = SpeakerId, Tags = [new Tag(101, "音乐")], LikedNum = live.LikedNum + 7 }],
            CancellationToken.None);
        await store.UpsertAsync(Collections.Speakers, [new Speaker { Id = SpeakerId, ObservedAt = Noon, Name = "松果槿", PortraitId = PortraitId }], CancellationToken.None);
        await store.UpsertAsync(
            Collections.Reviews, [.. Enumerable.Range(0, 12).Select(number => new Review { Id = $"{number}", ObservedAt = Noon, LiveId = LiveId, Score = 3 + (number % 3) })], CancellationToken.None);
        await store.UpsertAsync(
            Collections.Portraits,
            [new Portrait { Id = PortraitId, ObservedAt = Noon, Url = "https://pic.example/1.jpg", Face = new FaceResult { Model = "m", Outcome = FaceOutcomes.Face, SpeakerIds = [SpeakerId], Embedding = [1] } }],
            CancellationToken.None);
        await store.UpsertAsync(
            Collections.Quarantine, [new QuarantineEntry { Id = "live:1", Kind = "live", Rule = "live-id", Reason = "id is \"x\"", Payload = Payload, Origin = "page 3", ObservedAt = Noon }], CancellationToken.None);
        // The newest crawl failed, so that nothing follows from it while tests ask.
        var crawl = Ended(CrawlId, "crawl", RunOutcomes.Failed) with
        {
            Error = "the site refused",
            Fields = new RunFields("https://api.zhihu.com", [new KindFields("live", 9, [new FieldShape("subject", 9, new Dictionary<string, long> { ["string"] = 9 })], [])], []),
        };
        await store.UpsertAsync(
            Collections.Runs, [crawl, .. Enumerable.Range(0, OlderCrawls).Select(number => Ended($"2018011{number}T120000.000Z-crawl-1", "crawl", RunOutcomes.Done))], CancellationToken.None);
    }
}
