using System.CommandLine;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Commands;
using LiveQuality.Worker.Commands.Faces;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>Portraits on the whole way: never touched with faces off, and used with faces on.</summary>
public sealed class FacesTests : IDisposable
{
    private const string Enabled = "LIVEQUALITY_CONFIG_Faces__Enabled";
    private const string Folder = "LIVEQUALITY_CONFIG_Faces__Models__Folder";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_FacesOff_LoadsNoLibraryOfTheirsAndAsksForNoPicture()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads what the Linux loader says");
        await using var site = await ZhihuSiteServer.StartAsync(World.Create(seed: 5, lives: 400), port: 0, interceptor: null, TestContext.Current.CancellationToken);
        var (store, log) = ($"sqlite:{_folder.PathOf("off.db")}", _folder.PathOf("loaded"));
        // The loader notes every library, and the models would be missing.
        var environment = new Dictionary<string, string> { ["LD_DEBUG"] = "files", ["LD_DEBUG_OUTPUT"] = log, [Folder] = _folder.PathOf("no-models") };

        var ended = await new Program(_folder.PathOf("."), environment) { IsAsShipped = true }.RunAsync("run", "--source", site.Address.AbsoluteUri, "--store", store, "--json");

        Assert.True(ended.ExitCode == 0, ended.Errors);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(ended.Output).RootElement.GetProperty("portraits").ValueKind);
        Assert.DoesNotContain(site.Journal.Entries, entry => entry.Address.EndsWith(".jpg", StringComparison.Ordinal));
        var loaded = string.Concat(Directory.GetFiles(_folder.PathOf("."), "loaded.*").Select(File.ReadAllText));
        Assert.Contains("LibTorchSharp", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libonnxruntime", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libSkiaSharp", loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FacesOnWithoutModels_SaysSoAndKeepsTheCrawl()
    {
        await using var site = await ZhihuSiteServer.StartAsync(World.Create(seed: 5, lives: 137), port: 0, interceptor: null, TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { [Enabled] = "true", [Folder] = _folder.PathOf("no-models") };
        var store = $"sqlite:{_folder.PathOf("on.db")}";

        var ended = await new Program(_folder.PathOf("."), environment).RunAsync("run", "--source", site.Address.AbsoluteUri, "--store", store);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("faces install", ended.Errors, StringComparison.Ordinal);
        Assert.NotEmpty((await new Program(_folder.PathOf(".")).RunAsync("export", "--collection", "lives", "--store", store)).Output);
    }

    [Fact]
    public async Task Run_FacesOnOnTheSample_ScoresPortraitsAndLearnsFromThem()
    {
        var models = FaceModels.Folder;
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "face-heads", "clean", "tree-cnn.json")), "needs the trained heads, which are not here");
        var environment = new Dictionary<string, string> { [Enabled] = "true", [Folder] = models };
        var program = new Program(_folder.PathOf("."), environment);
        string[] line = ["run", "--store", $"sqlite:{_folder.PathOf("sample.db")}", "--json"];

        var first = JsonDocument.Parse((await program.RunAsync(line)).Output).RootElement;
        var second = JsonDocument.Parse((await program.RunAsync(line)).Output).RootElement;

        var portraits = first.GetProperty("portraits");
        Assert.InRange(portraits.GetProperty("faces").GetInt32(), 100, 160);
        Assert.True(portraits.GetProperty("abstained").GetInt32() > 0);
        Assert.Equal(first.GetProperty("train").GetProperty("modelId").GetString(), second.GetProperty("train").GetProperty("modelId").GetString());
        Assert.Equal(0, second.GetProperty("portraits").GetProperty("faces").GetInt32());
        var manifest = (await program.RunAsync("export", "--collection", "models", "--store", line[2])).Output;
        Assert.Contains("portrait_attractiveness", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgetAndAblation_OnAStore_EndWell()
    {
        var address = $"sqlite:{_folder.PathOf("commands.db")}";
        await FillAsync(address);

        var ablation = await InvokeAsync(AblationCommand.Create(), "ablation", "--store", address, "--json");
        var forget = await InvokeAsync(ForgetCommand.Create(), "forget", "--speaker", "speaker-1", "--store", address, "--json");
        var again = await InvokeAsync(ForgetCommand.Create(), "forget", "--speaker", "speaker-1", "--store", address, "--json");

        Assert.Equal((0, 0, 0), (ablation, forget, again));
        await using var store = StoreFactory.Create(address, mustExist: true, TimeProvider.System);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        var runs = new List<Run>();
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run>(), TestContext.Current.CancellationToken))
        {
            runs.Add(run);
        }

        Assert.Equal([1L, 0L], runs.Where(run => run.Command == "faces-forget").Select(run => run.Counts["before"]));
        Assert.Equal(40, Assert.Single(runs, run => run.Command == "faces-ablation").Counts["rowsWithFace"]);
    }

    // The command alone: which command it belongs to is not its business.
    private static Task<int> InvokeAsync(Command command, params string[] line) =>
        new RootCommand { GlobalOptions.Store, GlobalOptions.Json, GlobalOptions.Seed, command }.Parse(line).InvokeAsync();

    private static async Task FillAsync(string address)
    {
        const int Lives = 40;
        var (at, cancel) = (DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await using var store = StoreFactory.Create(address, mustExist: false, TimeProvider.System);
        await store.OpenAsync(cancel);
        await store.UpsertAsync(
            Collections.Lives,
            [.. Enumerable.Range(0, Lives).Select(i => new Live { Id = $"{i}", ObservedAt = at, SpeakerId = $"speaker-{i / 4}", ReviewCount = 20, ReviewScore = 4 + (i % 3 * 0.1), LikedNum = i })],
            cancel);
        await store.UpsertAsync(
            Collections.Speakers, [.. Enumerable.Range(0, Lives / 4).Select(i => new Speaker { Id = $"speaker-{i}", ObservedAt = at, PortraitId = $"portrait-{i}" })], cancel);
        await store.UpsertAsync(
            Collections.Portraits,
            [.. Enumerable.Range(0, Lives / 4).Select(i => new Portrait
            {
                Id = $"portrait-{i}",
                ObservedAt = at,
                Url = "https://pic1.zhimg.com/x.jpg",
                Face = new FaceResult { Model = "m", Outcome = FaceOutcomes.Face, SpeakerIds = [$"speaker-{i}"], Age = new FaceEstimate(20 + i, 4), Embedding = [i] },
            })],
            cancel);
    }
}
