using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

public sealed class InterruptTests : IDisposable
{
    // Promised: 2 s. The rest is for a machine that runs all the other tests at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CtrlC_InTheMiddleOfACrawl_StopsSoonAndKeepsWhatWasFetched()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT");
        Assert.SkipWhen(IgnoresSigInt(), "SIGINT is ignored here (nohup, a background job), and so it is in children");
        var cancel = TestContext.Current.CancellationToken;
        var pages = 0;
        var enough = new TaskCompletionSource();
        var world = World.Create(seed: 5, lives: 137);
        await using var server = await ZhihuSiteServer.StartAsync(world, port: 0, SlowDownAsync, cancel);

        var (ended, took) = await new Program(_folder.PathOf(".")).InterruptAsync(
            () => enough.Task, "crawl", "--source", server.Address.AbsoluteUri, "--store", "sqlite:crawl.db");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("stopped; what was stored is kept", ended.Errors, StringComparison.Ordinal);
        Assert.True(took < Patience, $"took {took}");
        await using var store = new SqliteStore(_folder.PathOf("crawl.db"), TimeProvider.System);
        await store.OpenAsync(cancel);
        Assert.InRange((await store.CountAsync(cancel))["lives"], 1, 10);
        Assert.Equal(0, (await store.Frontier.CountAsync(site: null, cancel)).Leased);
        Assert.Equal("stopped", (await store.ReadAsync(Collections.Runs, new Query<Run>(), cancel).SingleAsync(cancel)).Outcome);

        async Task<bool> SlowDownAsync(HttpContext context)
        {
            // The first page at once, so that there is something to keep; then a slow site.
            if (context.Request.Path != "/robots.txt" && ++pages > 1)
            {
                enough.TrySetResult();
                await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            }

            return false;
        }
    }

    internal static bool IgnoresSigInt() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Where(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)).Any(l => (Convert.ToUInt64(l[7..].Trim(), 16) & 2) != 0);
}
