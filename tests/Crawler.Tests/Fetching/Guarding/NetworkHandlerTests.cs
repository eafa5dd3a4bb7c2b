using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using LiveQuality.Crawler.Tests.ZhihuSite;
using LiveQuality.ZhihuSite.Site;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Guarding;

/// <summary>The whole way out, over real sockets to a server on 127.0.0.1.</summary>
public sealed class NetworkHandlerTests
{
    private static readonly FetchOptions Hasty = new()
    {
        Retries = 1,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LongestRetryDelay = TimeSpan.FromMilliseconds(5),
        AttemptTimeout = TimeSpan.FromSeconds(20),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fetch_OfABodyThatIsResetOnce_GetsItWhole()
    {
        var asked = 0;
        await using var server = await StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("half"u8.ToArray(), Token);
            await context.Response.Body.FlushAsync(Token);
            if (asked++ == 0)
            {
                context.Abort();
            }
        });

        var outcome = await FetchAsync(server, Hasty);

        Assert.Equal((FetchStatus.Fetched, 2), (outcome.Status, asked));
        Assert.Equal("half"u8, outcome.Body.Span);
    }

    [Fact]
    public async Task Fetch_OfABodyShorterThanItsLength_Fails()
    {
        await using var server = await StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.Body.WriteAsync("short"u8.ToArray(), Token);
        });

        var outcome = await FetchAsync(server, Hasty);

        Assert.Equal((FetchStatus.Failed, 200), (outcome.Status, outcome.Code));
        Assert.Contains("broke off", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfABodyThatDrips_EndsWithTheAttempt()
    {
        await using var server = await StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(" "u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });

        var outcome = await FetchAsync(server, new FetchOptions { Retries = 0, AttemptTimeout = TimeSpan.FromSeconds(1) });

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("within 00:00:01", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfAnEndlessHeader_StopsAtTheCapAndDoesNotTryAgain()
    {
        var asked = 0;
        await using var server = await StartAsync(context =>
        {
            asked++;
            context.Response.Headers["X-Long"] = new string('a', (NetworkHandler.LargestHeader + 1) * 1024);
            return Task.CompletedTask;
        });

        var outcome = await FetchAsync(server, Hasty);

        Assert.Equal((FetchStatus.Failed, 1), (outcome.Status, asked));
        Assert.Contains($"larger than {NetworkHandler.LargestHeader} KiB", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfASiteThatSetsCookies_NeverSendsOneBack()
    {
        var seen = new StringBuilder();
        await using var server = await StartAsync(context =>
        {
            seen.AppendJoin('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
            context.Response.Headers.SetCookie = "session=canary-3f9a; Path=/";
            if (context.Request.Path == "/lives")
            {
                context.Response.Redirect("/moved");
            }

            return Task.CompletedTask;
        });

        var outcome = await FetchAsync(server, Hasty);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.DoesNotContain("canary", seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", seen.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fetch_OfACompressedPage_LeavesItAsSentOnTheWireAndDecodesIt()
    {
        byte[] page = [.. Enumerable.Repeat((byte)'x', 5000)];
        await using var server = await StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            await context.Response.Body.WriteAsync(Compressed.Brotli(page), Token);
        });

        var outcome = await FetchAsync(server, Hasty);

        Assert.Equal(page, outcome.Body.ToArray());
        Assert.Equal(Compressed.Brotli(page).Length, outcome.Transferred);
    }

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("169.254.169.254", "metadata")]
    [InlineData("::1", "not public")]
    [InlineData("::ffff:127.0.0.1", "in disguise")]
    [InlineData("::ffff:10.0.0.1", "in disguise")]
    [InlineData("64:ff9b::127.0.0.1", "loopback")]
    public async Task Fetch_OfAPublicNameThatLeadsInside_IsRefusedWithoutAConnection(string address, string reason)
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var lookups = 0;
        var site = new Uri($"https://api.zhihu.com:{((IPEndPoint)trap.LocalEndpoint).Port}");

        // One good address does not make up for a bad one.
        var outcome = await FetchAsync(site, Hasty, (_, _) =>
        {
            lookups++;
            return Task.FromResult<IPAddress[]>([IPAddress.Parse("103.41.167.226"), IPAddress.Parse(address)]);
        });

        Assert.Equal((FetchStatus.Failed, 1), (outcome.Status, lookups));
        Assert.Contains(reason, outcome.Detail, StringComparison.Ordinal);
        Assert.False(trap.Pending());
    }

    [Theory]
    [InlineData("https://2130706433")]
    [InlineData("https://0x7f.1")]
    [InlineData("https://0177.0.0.1")]
    [InlineData("https://[::ffff:127.0.0.1]")]
    [InlineData("https://[64:ff9b::127.0.0.1]")]
    [InlineData("https://169.254.169.254")]
    public async Task Connect_ToAForbiddenAddressInAnySpelling_IsRefusedEvenIfTheHostWereAllowed(string host)
    {
        using var way = NetworkHandler.Create(new AllowedHosts(Fetchers.Site), Hasty, (_, _) => throw new InvalidOperationException("a number needs no look-up"));
        using var client = new HttpMessageInvoker(way);
        using var request = new HttpRequestMessage(HttpMethod.Get, host);

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, Token));

        Assert.IsType<ForbiddenAddressException>(problem.InnerException);
    }

    [Fact]
    public async Task Fetch_FromThisMachine_LeadsNowhereElse()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);
        var local = new Uri($"http://localhost:{server.Address.Port}");

        var inside = await FetchAsync(local, Hasty, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var outside = await FetchAsync(local, Hasty, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("103.41.167.226")]));

        Assert.Equal(FetchStatus.Fetched, inside.Status);
        Assert.Equal(FetchStatus.Failed, outside.Status);
        Assert.Contains("not this machine", outside.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfANameWithoutAddress_SaysSo()
    {
        var outcome = await FetchAsync(Fetchers.Site, Hasty, (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("cannot be resolved", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OverAConnectionThatNeverOpens_EndsWithTheAttemptAndOpensAnotherForTheNext()
    {
        var lookups = 0;

        var outcome = await FetchAsync(
            Fetchers.Site,
            new FetchOptions { Retries = 1, RetryDelay = Hasty.RetryDelay, LongestRetryDelay = Hasty.LongestRetryDelay, AttemptTimeout = TimeSpan.FromSeconds(1) },
            async (_, token) =>
            {
                lookups++;
                await Task.Delay(Timeout.Infinite, token);
                return [];
            });

        Assert.Equal((FetchStatus.Failed, 2), (outcome.Status, lookups));
    }

    private static Task<ZhihuSiteServer> StartAsync(Func<HttpContext, Task> answer) =>
        ZhihuSiteServer.StartAsync(
            Worlds.Small,
            port: 0,
            async context =>
            {
                await answer(context);
                return true;
            },
            Token);

    private static Task<FetchOutcome> FetchAsync(ZhihuSiteServer server, FetchOptions options) =>
        FetchAsync(server.Address, options, (_, _) => throw new InvalidOperationException("a number needs no look-up"));

    private static async Task<FetchOutcome> FetchAsync(Uri site, FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        var hosts = new AllowedHosts(site);
        using var fetcher = new HttpFetcher(NetworkHandler.Create(hosts, options, resolve), new ScriptedGate(), hosts, Fetchers.IsWall, options, () => 0.5, TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(new Uri(site, "/lives")), Token);
    }
}
