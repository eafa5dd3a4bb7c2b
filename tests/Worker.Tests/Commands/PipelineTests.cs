using LiveQuality.Tests;
using MongoDB.Driver;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>The whole way, as a person runs it: on the sample, in both stores.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Run_OnTheSampleInSqlite_ScoresEveryLiveAndTwiceChangesNothing() => AssertRunAsync($"sqlite:{_folder.PathOf("run.db")}", new(_folder.PathOf(".")) { IsAsShipped = true }, "^mtb-dnn-[0-9a-f]{12}$");

    [Fact]
    public async Task Run_OnTheSampleInMongo_ScoresEveryLiveAndTwiceChangesNothing()
    {
        var server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");
        Assert.SkipUnless(server is { Length: > 0 }, "needs a MongoDB: LIVEQUALITY_TEST_MONGO is not set");
        var database = $"pipeline-{Environment.ProcessId}";
        try
        {
            // To a store all models are alike; the one that comes with the program is trained into SQLite.
            await AssertRunAsync(new UriBuilder(server!) { Path = database }.Uri.AbsoluteUri, new(_folder.PathOf(".")), "^mtb-dnn-2019-[0-9a-f]{12}$");
        }
        finally
        {
            using var client = new MongoClient(server);
            await client.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    private static async Task AssertRunAsync(string store, Program program, string modelId)
    {
        var first = await program.RunJsonAsync("run", "--store", store);
        var before = await program.CountsAsync(store);
        var second = await program.RunJsonAsync("run", "--store", store);
        var after = await program.CountsAsync(store);

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
}
