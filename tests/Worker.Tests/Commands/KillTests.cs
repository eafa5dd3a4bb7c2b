using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>
/// Kills crawls with SIGKILL at random moments until nothing is left to kill, and looks at what is in the store. In CI 50 kills in SQLite and 15 in MongoDB, where each costs more; for more:
/// <c>LIVEQUALITY_KILLS=1000 dotnet test -c Release --project tests/Worker.Tests --filter-class "*KillTests"</c>.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Lives = 2000;

    private readonly TemporaryFolder _folder = new();
    private KilledCrawls _crawls = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _crawls = await KilledCrawls.StartAsync(Lives, Number("LIVEQUALITY_KILL_SEED", 20181124), Cancel);

    public async ValueTask DisposeAsync()
    {
        await _crawls.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public Task Crawl_KilledAgainAndAgain_EndsAsIfNothingHadHappenedInSqlite() =>
        AssertSurvivesAsync(kills: 50, round => $"sqlite:{_folder.PathOf($"{round}.db")}");

    [Fact]
    public Task Crawl_KilledAgainAndAgain_EndsAsIfNothingHadHappenedInMongo()
    {
        var server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "LIVEQUALITY_TEST_MONGO is not set: no MongoDB to try this on");
        var address = new UriBuilder(server!);
        return AssertSurvivesAsync(kills: 15, round =>
        {
            address.Path = $"/kill-{Environment.ProcessId}-{round}";
            return address.Uri.AbsoluteUri;
        });
    }

    private async Task AssertSurvivesAsync(int kills, Func<string, string> storeOf)
    {
        var undisturbed = await _crawls.RunAsync(storeOf("undisturbed"), kills: 0, _folder.PathOf("."), Cancel);
        for (int left = Number("LIVEQUALITY_KILLS", kills), round = 0; left > 0; round++)
        {
            var killed = await _crawls.RunAsync(storeOf($"round-{round}"), left, _folder.PathOf("."), Cancel);

            Assert.Equal(undisturbed.Contents.Keys, killed.Contents.Keys);
            foreach (var (collection, records) in undisturbed.Contents)
            {
                Assert.Equal(records, killed.Contents[collection]);
            }

            Assert.InRange(killed.Requests - undisturbed.Requests, 0, killed.Kills * KilledCrawls.MostInFlight);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"round {round}: {killed.Kills} kills, {killed.Requests:N0} requests for {undisturbed.Requests:N0} addresses");
            left -= killed.Kills;
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
