using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Tests.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

/// <summary>The service over a small prepared store of invented lives, and a browser; one of each for all tests of a class.</summary>
public sealed class DashboardSite : IAsyncLifetime
{
    public const string LiveId = "900000000000000012";
    public const string Subject = "如何读一本书";
    public const string SpeakerId = "0123456789abcdef0123456789abcdef";
    private const string Chromium = "/usr/bin/chromium";
    private const int Lives = 60;

    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 4, 0, 0, TimeSpan.Zero);
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private IPlaywright? _playwright;

    /// <summary>The browser; null where Chromium is missing.</summary>
    public IBrowser? Browser { get; private set; }

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var path = _folder.PathOf("data.db");
        await FillAsync(path);
        var ended = await new Commands.Program(_folder.PathOf(".")).RunAsync("train", "--store", $"sqlite:{path}", "--json", "--regressor", "mtb-dnn-2019", "--min-reviews", "5");
        Assert.True(ended.ExitCode == 0, ended.Errors);
        await AddScoresAsync(path);
        _app = ServiceHost.Build(new WorkerSettings($"sqlite:{path}", StoreMustExist: true, Json: false, null, null, null, null), "http://127.0.0.1:0");
        ClocklessSchedule.Set(_app.Services);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        if (File.Exists(Chromium))
        {
            _playwright = await Playwright.CreateAsync();
            Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Flags });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static async Task FillAsync(string path)
    {
        await using var store = new SqliteStore(path, TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        var lives = Enumerable.Range(0, Lives).Select(One).ToList();
        // Again with other numbers: what changed becomes an observation.
        await store.UpsertAsync(Collections.Lives, [lives[12] with { ReviewCount = 3, ReviewScore = null, SeatsTaken = 20, LikedNum = 2, ObservedAt = Noon.AddDays(1) }], CancellationToken.None);
        await store.UpsertAsync(Collections.Lives, [lives[12] with { ReviewCount = 9, ReviewScore = 4.1, SeatsTaken = 50, LikedNum = 12, ObservedAt = Noon.AddDays(20) }], CancellationToken.None);
        await store.UpsertAsync(Collections.Lives, lives, CancellationToken.None);
        await store.UpsertAsync(Collections.Speakers, [new Speaker { Id = SpeakerId, ObservedAt = Noon, Name = "松果槿", Headline = "写字的人", FollowerCount = 1799 }], CancellationToken.None);
        await store.UpsertAsync(
            Collections.Reviews,
            [.. Enumerable.Range(0, 12).Select(number => new Review { Id = $"{number}", ObservedAt = Noon, LiveId = LiveId, Score = 3 + (number % 3) })],
            CancellationToken.None);
        await store.UpsertAsync(
            Collections.Quarantine,
            [new QuarantineEntry { Id = "live:1", Kind = "live", Rule = "live-id", Reason = "id is \"x\"", Payload = "secret payload", Origin = "https://api.zhihu.com/lives?offset=1560", ObservedAt = Noon }],
            CancellationToken.None);
        await store.UpsertAsync(
            Collections.Hosts, [new Host { Id = "https://api.zhihu.com", PausedUntil = DateTimeOffset.MaxValue, PauseReason = "Retry-After", RequestsToday = 12, RobotsStatus = 200 }], CancellationToken.None);
    }

    private static async Task AddScoresAsync(string path)
    {
        await using var store = new SqliteStore(path, TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        var reasons = new ScoreReasons(4.2, [new Contribution(ScoreReasons.ReviewsSoFar, 30, 0.3), new Contribution("amount", 990, -0.1)], "Above a typical live.");
        await store.UpsertAsync(
            Collections.Scores,
            [
                .. Enumerable.Range(0, Lives - 5).Select(number => new Score
                {
                    Id = $"{900_000_000_000_000_000 + number}",
                    ModelId = "model",
                    Value = 3 + (number % 20 / 10.0),
                    Low = 2.8 + (number % 20 / 10.0),
                    High = Math.Min(5, 3.2 + (number % 20 / 10.0)),
                    Basis = ScoreBases.Warm,
                    Predicted = 4.1,
                    EvidenceWeight = 0.6,
                    Reasons = reasons,
                    ScoredAt = Noon,
                }),
            ],
            CancellationToken.None);
        var champion = await store.ReadAsync(Collections.Models, new Query<ModelRecord>(), CancellationToken.None).FirstAsync();
        // Its broken field would have kept the training from learning.
        await store.UpsertAsync(Collections.Runs, [Crawl(), Scoring(champion.Id, TimeProvider.System.GetUtcNow())], CancellationToken.None);
    }

    private static Live One(int number) => new()
    {
        Id = $"{900_000_000_000_000_000 + number}",
        ObservedAt = Noon.AddDays(60),
        Subject = number == 12 ? Subject : $"第 {number} 场直播：案例与方法，一个相当长的标题，用来检验换行",
        Description = "第一行\n第二行",
        SpeakerId = number % 5 == 2 ? SpeakerId : $"{number % 11:x32}",
        Tags = [new Tag(101, "音乐")],
        Status = "ended",
        CreatedAt = Noon.AddDays(number - 400),
        StartsAt = Noon.AddDays(number - 395),
        DurationSeconds = 3600,
        LikedNum = 5 * number,
        AmountFen = 990 + (100 * number),
        OriginalPriceFen = 990 + (100 * number),
        SeatsTaken = 100 + number,
        SpeakerMessageCount = 20 + number,
        ReviewCount = 18 + number,
        ReviewScore = 3.5 + (number % 15 / 10.0),
    };

    // Without it, the service would at once make scores of its own, and these have no reasons.
    private static Run Scoring(string modelId, DateTimeOffset now) => new()
    {
        Id = "99991231T235959.999Z-score-1",
        Command = "score",
        Trigger = "command",
        StartedAt = now,
        EndedAt = now,
        Inputs = new Dictionary<string, string> { ["model"] = modelId },
        Counts = new Dictionary<string, long>(),
        Outcome = "done",
    };

    private static Run Crawl() => new()
    {
        Id = "20180115T120000.000Z-crawl-1",
        Command = "crawl",
        Trigger = "command",
        StartedAt = Noon,
        EndedAt = Noon.AddMinutes(30),
        Inputs = new Dictionary<string, string> { ["kind"] = "Network" },
        Counts = new Dictionary<string, long> { ["pages"] = 1000, ["livesAdded"] = Lives },
        Outcome = "failed",
        Error = "the site refused",
        Fields = new RunFields(
            "https://api.zhihu.com",
            [new KindFields("live", Lives, [new FieldShape("subject", Lives, new Dictionary<string, long> { ["string"] = Lives - 1, ["null"] = 1 })], [new FieldShape("novel", Lives, new Dictionary<string, long> { ["number"] = 3 })])],
            [new FieldAlert("live", "fee", FieldAlertKind.Dropped, Broken: true, 1, 0.2, RenamedTo: null, "live.fee: 20 % instead of 100 %")]),
    };
}
