using System.Text;
using System.Text.Json;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>A site that changes between two crawls, as an operator meets it.</summary>
public sealed class BrokenFieldsTests : IAsyncLifetime
{
    private static readonly World World = World.Create(seed: 9, lives: 240);

    private readonly TemporaryFolder _folder = new();
    private ZhihuSiteServer _server = null!;
    private bool _isRenamed;

    public async ValueTask InitializeAsync() => _server = await ZhihuSiteServer.StartAsync(World, port: 0, AnswerAsync, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Train_AfterACrawlWithABrokenField_RefusesUntilSomebodyAcceptsIt()
    {
        Assert.Equal(0, (await RunAsync("crawl", "--source", Source)).ExitCode);
        Assert.Equal(0, (await TrainAsync()).ExitCode);

        _isRenamed = true;
        var crawl = await RunAsync("crawl", "--source", Source, "--json");
        var train = await TrainAsync();
        var accepting = await TrainAsync("--accept-broken-fields");
        var after = await TrainAsync();

        Assert.Equal(0, crawl.ExitCode);
        var alert = Assert.Single(JsonDocument.Parse(crawl.Output).RootElement.GetProperty("fieldAlerts").EnumerateArray().ToArray());
        Assert.Equal(("liked_num", "like_count"), (alert.GetProperty("field").GetString(), alert.GetProperty("renamedTo").GetString()));
        AssertRefused(train);
        Assert.Equal((0, 0), (accepting.ExitCode, after.ExitCode));
    }

    [Fact]
    public async Task Run_ThatFindsABrokenField_StoresTheCrawlAndTrainsOnlyIfToldTo()
    {
        Assert.Equal(0, (await RunAsync("crawl", "--source", Source)).ExitCode);
        _isRenamed = true;

        var run = await RunAsync("run", "--source", Source, "--min-reviews", "1");
        var counts = JsonDocument.Parse((await RunAsync("status", "--json")).Output).RootElement.GetProperty("counts");
        var accepting = await RunAsync("run", "--source", Source, "--min-reviews", "1", "--accept-broken-fields");
        var again = await RunAsync("run", "--source", Source, "--min-reviews", "1");

        AssertRefused(run);
        Assert.Contains("broken field", run.Output, StringComparison.Ordinal);
        Assert.Equal((World.Lives.Count - World.BrokenLives, 0), (counts.GetProperty("lives").GetInt32(), counts.GetProperty("models").GetInt32()));
        Assert.Equal((0, 0), (accepting.ExitCode, again.ExitCode));
        Assert.DoesNotContain("broken field", again.Output, StringComparison.Ordinal);
    }

    private string Source => _server.Address.AbsoluteUri;

    private static void AssertRefused(Program.Ended ended)
    {
        Assert.Equal(1, ended.ExitCode);
        var error = Assert.Single(ended.Errors.Split('\n'), line => line.StartsWith("livequality: ", StringComparison.Ordinal));
        Assert.Matches("crawl [0-9TZ.]+-crawl-[0-9]+-[0-9]+ of http://127.0.0.1:[0-9]+ found a broken field: live liked_num seems to be renamed to like_count: it is in 0.0 % of [0-9]+, before in 100.0 %", error);
    }

    private Task<Program.Ended> TrainAsync(params string[] arguments) => RunAsync(["train", "--min-reviews", "1", .. arguments]);

    private Task<Program.Ended> RunAsync(params string[] arguments) => new Program(_folder.PathOf(".")).RunAsync([.. arguments, "--store", "sqlite:data.db"]);

    private async Task<bool> AnswerAsync(HttpContext context)
    {
        if (!_isRenamed)
        {
            return false;
        }

        var answer = new InventedSite(World).Answer(context.Request.Path, context.Request.QueryString.Value ?? "");
        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsync(
            Encoding.UTF8.GetString(answer.Body).Replace("\"liked_num\":", "\"like_count\":", StringComparison.Ordinal), context.RequestAborted);
        return true;
    }
}
