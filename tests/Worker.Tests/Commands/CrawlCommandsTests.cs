using System.Text.Json;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>What an operator types around a crawl.</summary>
public sealed class CrawlCommandsTests : IDisposable
{
    private static readonly World World = World.Create(seed: 9, lives: 100);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Crawl_AtTheCaptchaWall_Exits3ThenStaysAwayWith5UntilSomebodyRequeues()
    {
        await using var site = await StartAsync(new SiteOptions { Faults = new FaultPlan(1, Refusals.Captcha() with { ToRequest = 1 }) });

        var wall = await RunAsync("crawl", "--source", Address(site));
        var paused = await RunAsync("crawl", "--source", Address(site));
        var status = await RunAsync("status");
        var requests = site.Journal.Requests;
        var requeue = await RunAsync("requeue", "--failed");
        var again = await RunAsync("crawl", "--source", Address(site));

        Assert.Equal((3, 5, 0, 0, 0), (wall.ExitCode, paused.ExitCode, status.ExitCode, requeue.ExitCode, again.ExitCode));
        Assert.Contains("captcha wall", Assert.Single(Lines(wall.Errors)), StringComparison.Ordinal);
        Assert.Contains("is left alone until", Assert.Single(Lines(paused.Errors)), StringComparison.Ordinal);
        Assert.Contains(Lines(status.Output), line => line.StartsWith("alert", StringComparison.Ordinal) && line.Contains("captcha wall", StringComparison.Ordinal));
        Assert.Contains("1 pauses ended", requeue.Output, StringComparison.Ordinal);
        Assert.Equal(2, requests); // robots.txt and the page that was the wall: the paused crawl asked nothing.
    }

    [Fact]
    public async Task Crawl_ThatRobotsTxtForbids_Exits4AndNamesTheRule()
    {
        await using var site = await StartAsync(new SiteOptions { RobotsTxt = new RobotsTxt("User-agent: *\nDisallow: /\n") });

        var ended = await RunAsync("crawl", "--source", Address(site));

        Assert.Equal(4, ended.ExitCode);
        Assert.Contains("forbids /lives", Assert.Single(Lines(ended.Errors)), StringComparison.Ordinal);
        Assert.Contains("line 2", ended.Errors, StringComparison.Ordinal);
        Assert.Equal("/robots.txt", Assert.Single(site.Journal.Entries).Address);
    }

    [Fact]
    public async Task Crawl_WhereNobodyListens_Exits1AndForbidsNothing()
    {
        Uri gone;
        await using (var site = await StartAsync(new SiteOptions()))
        {
            gone = site.Address;
        }

        var ended = await RunAsync("crawl", "--source", gone.AbsoluteUri);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("no answer came", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRun_BeforeAndAfterACrawl_SaysWhatWouldBeDoneAndAsksNobody()
    {
        await using var site = await StartAsync(new SiteOptions());

        var before = await JsonAsync("crawl", "--dry-run", "--source", Address(site), "--json");
        Assert.Equal(0, site.Journal.Requests);
        Assert.Equal(0, (await RunAsync("crawl", "--source", Address(site))).ExitCode);
        var requests = site.Journal.Requests;
        var after = await JsonAsync("crawl", "--dry-run", "--source", Address(site), "--json");

        Assert.Equal("is read to its end", before.GetProperty("feed").GetString());
        Assert.Equal("is read until everything on it is known", after.GetProperty("feed").GetString());
        Assert.Equal(0, after.GetProperty("due").GetInt64());
        Assert.True(after.GetProperty("later").GetInt64() >= World.Lives.Count - World.BrokenLives);
        Assert.Equal(requests, site.Journal.Requests);
    }

    [Fact]
    public async Task History_OfAnAddress_ShowsEachFetchAndOfAStrangerSaysSo()
    {
        await using var site = await StartAsync(new SiteOptions());
        await RunAsync("crawl", "--source", Address(site));
        await RunAsync("crawl", "--source", Address(site));

        var history = await JsonAsync("history", $"{site.Address}lives?limit=10&offset=0", "--json");
        var stranger = await RunAsync("history", "http://example.com/");

        // Twice in the first crawl, whose end looks at the head of the feed again, and once in the second.
        var visits = history.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(3, visits.Count);
        Assert.All(visits, visit => Assert.Equal((200, "fetched"), (visit.GetProperty("status").GetInt32(), visit.GetProperty("outcome").GetString())));
        Assert.Equal(2, visits.Select(visit => visit.GetProperty("runId").GetString()).Distinct().Count());
        Assert.Equal((1, "livequality: the frontier does not know http://example.com/"), (stranger.ExitCode, stranger.Errors.Trim()));
    }

    [Fact]
    public async Task Requeue_WithoutSayingWhat_IsBadUsage() =>
        Assert.Equal((2, "livequality: requeue needs --failed (see livequality --help)"), (await RunAsync("requeue") is var ended ? ended.ExitCode : 0, (await RunAsync("requeue")).Errors.Trim()));

    private static Task<ZhihuSiteServer> StartAsync(SiteOptions options) => ZhihuSiteServer.StartAsync(World, port: 0, options, Cancel);

    private static string Address(ZhihuSiteServer site) => site.Address.AbsoluteUri;

    // Progress lines begin with the step's name; what is left is what the program has to say.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("crawl: ", StringComparison.Ordinal));

    private Task<Program.Ended> RunAsync(params string[] arguments) => new Program(_folder.PathOf(".")).RunAsync(arguments);

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }
}
