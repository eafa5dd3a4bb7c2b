using System.Text.Json;
using LiveQuality.Crawler.Importing;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using MongoDB.Driver;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>The whole way, as a person runs it: on the sample, in both stores, and on the real table.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Run_OnTheSampleInSqlite_ScoresEveryLiveAndTwiceChangesNothing() => AssertRunAsync($"sqlite:{_folder.PathOf("run.db")}", AsShipped, "^mtb-dnn-[0-9a-f]{12}$");

    [Fact]
    public async Task Run_OnTheSampleInMongo_ScoresEveryLiveAndTwiceChangesNothing()
    {
        var server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");
        Assert.SkipUnless(server is { Length: > 0 }, "needs a MongoDB: LIVEQUALITY_TEST_MONGO is not set");
        var database = $"pipeline-{Environment.ProcessId}";
        try
        {
            // To a store all models are alike; the one that comes with the program is trained into SQLite.
            await AssertRunAsync(new UriBuilder(server!) { Path = database }.Uri.AbsoluteUri, Quick, "^mtb-dnn-2019-[0-9a-f]{12}$");
        }
        finally
        {
            using var client = new MongoClient(server);
            await client.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Import_OfTheRealTable_KeepsEveryIdAndTwiceChangesNothing()
    {
        var table = RealData.Path("ZhihuLiveDB-2018-01.xlsx");
        var store = $"sqlite:{_folder.PathOf("import.db")}";

        var first = await RunJsonAsync(Quick, "import", table, "--store", store, "--json");
        var before = await CountsAsync(store);
        var second = await RunJsonAsync(Quick, "import", table, "--store", store, "--json");
        var after = await CountsAsync(store);

        Assert.Equal(5439, first.GetProperty("lives").GetProperty("added").GetInt32());
        Assert.Equal(5439, second.GetProperty("lives").GetProperty("unchanged").GetInt32());
        Assert.Equal(before.Where(c => c.Key != "runs"), after.Where(c => c.Key != "runs"));
        Assert.Equal(0, after["observations"]);
        Assert.Equal(0, after["quarantine"]);
        using var sheet = XlsxTable.Open(table);
        var ids = sheet.ReadRows(TestContext.Current.CancellationToken).Select(row => row.Cells["live_id"]).Order(StringComparer.Ordinal).ToList();
        var export = await Quick.RunAsync("export", "--collection", "lives", "--store", store);
        Assert.Equal(ids, export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task TrainAndScore_OnTheRealTable_BeatTheMeanOnUnseenSpeakersAndSpreadTheScores()
    {
        var table = RealData.Path("ZhihuLiveDB-2018-01.xlsx");
        var store = $"sqlite:{_folder.PathOf("train.db")}";
        await RunJsonAsync(Quick, "import", table, "--store", store, "--json");

        // What the model that the program comes with is worth on this table, JanuaryScoresTests says.
        var train = await RunJsonAsync(AsShipped, "train", "--regressor", "mtb-dnn-2019", "--store", store, "--json");
        var score = await RunJsonAsync(AsShipped, "score", "--store", store, "--json");

        var holdout = train.GetProperty("holdout");
        Assert.Equal(2863, train.GetProperty("trainingRows").GetInt32());
        Assert.True(holdout.GetProperty("model").GetProperty("mae").GetDouble() < holdout.GetProperty("trainingMean").GetProperty("mae").GetDouble());
        Assert.Equal(5439, score.GetProperty("scores").GetProperty("added").GetInt32());
        Assert.True(score.GetProperty("highest").GetDouble() - score.GetProperty("lowest").GetDouble() > 0.5);
    }

    private Program AsShipped => new(_folder.PathOf(".")) { IsAsShipped = true };

    private Program Quick => new(_folder.PathOf("."));

    private async Task AssertRunAsync(string store, Program program, string modelId)
    {
        var first = await RunJsonAsync(program, "run", "--store", store, "--json");
        var before = await CountsAsync(store);
        var second = await RunJsonAsync(program, "run", "--store", store, "--json");
        var after = await CountsAsync(store);

        var lives = first.GetProperty("crawl").GetProperty("lives").GetProperty("added").GetInt32();
        Assert.True(lives >= 2000);
        Assert.Equal(lives, first.GetProperty("score").GetProperty("scores").GetProperty("added").GetInt32());
        var (best, worst) = (first.GetProperty("best")[0].GetProperty("score").GetDouble(), first.GetProperty("worst")[0].GetProperty("score").GetDouble());
        Assert.InRange(worst, 1, best - 0.5);
        Assert.InRange(best, worst, 5);

        // A run is noted each time; nothing else may have changed.
        Assert.Equal(before["runs"] + 3, after["runs"]);
        Assert.Equal(before.Where(c => c.Key != "runs"), after.Where(c => c.Key != "runs"));
        Assert.Equal(0, after["observations"]);
        Assert.Equal(lives, second.GetProperty("score").GetProperty("scores").GetProperty("unchanged").GetInt32());
        Assert.Matches(modelId, first.GetProperty("train").GetProperty("modelId").GetString());
        Assert.Equal(first.GetProperty("train").GetProperty("modelId").GetString(), second.GetProperty("train").GetProperty("modelId").GetString());
        Assert.False(second.GetProperty("train").GetProperty("isNew").GetBoolean());
    }

    private async Task<Dictionary<string, long>> CountsAsync(string store)
    {
        var status = await RunJsonAsync(Quick, "status", "--store", store, "--json");
        var counts = status.GetProperty("counts").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt64());
        Assert.Equal(Collections.Names, counts.Keys);
        return counts;
    }

    // Standard output is one JSON document and nothing else.
    private static async Task<JsonElement> RunJsonAsync(Program program, params string[] arguments)
    {
        var ended = await program.RunAsync(arguments);
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }
}
