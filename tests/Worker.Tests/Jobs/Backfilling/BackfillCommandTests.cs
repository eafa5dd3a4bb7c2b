using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Commands;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs.Backfilling;

/// <summary><c>runs backfill</c>: a dry run says what the other then does, and what was made up for is not made up for again.</summary>
public sealed class BackfillCommandTests(TrainedStore trained) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> QuickJobsOnly = new()
    {
        ["LIVEQUALITY_CONFIG_Schedule__CrawlFeed"] = "",
        ["LIVEQUALITY_CONFIG_Schedule__Retrain"] = "",
    };

    private readonly TemporaryFolder _folder = new();

    private string Store => $"sqlite:{_folder.PathOf("data.db")}";

    public async ValueTask InitializeAsync() => await trained.CopyToAsync(_folder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Backfill_AfterADryRun_RunsWhatThatListedAndNothingOfItASecondTime()
    {
        var before = (await RunsAsync()).Count;
        var listed = await BackfillAsync("--dry-run");
        Assert.Equal(before, (await RunsAsync()).Count);

        var done = await BackfillAsync();
        var left = await BackfillAsync("--dry-run");

        Assert.Equal(["refresh-reviews", "rescore", "report", "compact"], listed.Select(Job));
        Assert.Equal(listed.Select(Plan), done.Select(Plan));
        Assert.All(listed, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("end").ValueKind));
        // A recording never changes, so that there is nothing to refresh, and no run to note.
        Assert.Equal(["Idle", "Done", "Done", "Done"], done.Select(item => item.GetProperty("end").GetString()));
        var runs = (await RunsAsync()).Where(run => run.Trigger == RunTriggers.Backfill).ToList();
        Assert.Equal(listed.Skip(1).Select(Plan), runs.Select(run => $"{run.Job}: {string.Join(' ', run.Slots!)}"));
        Assert.Equal(["refresh-reviews"], left.Select(Job));
    }

    private static string Job(JsonElement item) => item.GetProperty("item").GetProperty("job").GetString()!;

    private static string Plan(JsonElement item) =>
        $"{Job(item)}: {string.Join(' ', item.GetProperty("item").GetProperty("slots").EnumerateArray().Select(slot => $"{slot.GetDateTimeOffset().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"))}";

    private async Task<JsonElement[]> BackfillAsync(params string[] options)
    {
        var report = await new Commands.Program(_folder.PathOf("."), QuickJobsOnly).RunJsonAsync(["runs", "backfill", "--store", Store, "--from", "2018-01-01", "--to", "2018-01-15", .. options]);
        return [.. report.GetProperty("items").EnumerateArray()];
    }

    private async Task<List<Run>> RunsAsync()
    {
        await using var store = StoreFactory.Create(Store, mustExist: true, TimeProvider.System);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return await store.ReadAsync(Collections.Runs, new Query<Run>(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
