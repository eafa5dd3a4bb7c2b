using System.Net;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherRedirectTests
{
    private readonly Fetchers _fetchers = new();

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task Fetch_OfAMovedPage_FollowsItOnTheSite(HttpStatusCode code)
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect("/lives/ended?offset=0", code), ScriptedHandler.Body([7]));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Fetched, 200, null), (outcome.Status, outcome.Code, outcome.Location));
        Assert.Equal("https://api.zhihu.com/lives/ended?offset=0", site.Asked[1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task Fetch_RedirectedToPlainHttp_AsksOverHttps()
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect("http://api.zhihu.com/lives/ended"), ScriptedHandler.Body([7]));

        await _fetchers.FetchAsync(site);

        Assert.Equal("https://api.zhihu.com/lives/ended", site.Asked[1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://www.zhihu.com/account/unhuman?type=unhuman&need_login=false")]
    [InlineData("/account/unhuman")]
    [InlineData("https://evil.example/lives")]
    [InlineData("//evil.example/lives")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://api.zhihu.com:8443/lives")]
    [InlineData("https://api.zhihu.com./lives")]
    [InlineData("ftp://api.zhihu.com/lives")]
    [InlineData("file:///etc/passwd")]
    public async Task Fetch_RedirectedOffTheSiteOrToTheWall_IsBlockedAndGoesNoFurther(string location)
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect(location), ScriptedHandler.Body([7]));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Blocked, 302, new Uri(Fetchers.Address, location)), (outcome.Status, outcome.Code, outcome.Location));
        Assert.Contains("redirects to", outcome.Detail, StringComparison.Ordinal);
        Assert.Single(site.Asked);
        Assert.Single(_fetchers.Gate.Entered);
    }

    [Theory]
    [InlineData("https://[half")]
    [InlineData("https://api.zhihu.com\\@evil.example/")]
    public async Task Fetch_RedirectedNowhere_IsBlocked(string location)
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect(location), ScriptedHandler.Body([7]));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Blocked, null), (outcome.Status, outcome.Location));
        Assert.Single(site.Asked);
    }

    [Theory]
    [InlineData(5, FetchStatus.Fetched, 6)]
    [InlineData(6, FetchStatus.Failed, 6)]
    public async Task Fetch_OfAChain_FollowsFiveAndNoMore(int redirects, FetchStatus expected, int asked)
    {
        var chain = Enumerable.Range(1, redirects).Select(i => ScriptedHandler.Redirect($"/hop/{i}"));
        var site = _fetchers.Script([.. chain, ScriptedHandler.Body([7])]);

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((expected, asked), (outcome.Status, site.Asked.Count));
        Assert.Equal(expected == FetchStatus.Failed, outcome.Detail.Contains("after the 5 that are followed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/lives?limit=10&offset=0")]
    [InlineData("http://api.zhihu.com/lives?limit=10&offset=0")]
    [InlineData("#top")]
    public async Task Fetch_OfALoop_FailsWhereItCloses(string back)
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect("/other"), ScriptedHandler.Redirect(back));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("a loop", outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task Fetch_OfAMovedPageThatFails_RetriesThatHopOnly()
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect("/moved"), ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Body([7]));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Equal(["/lives", "/moved", "/moved"], site.Asked.Select(asked => asked.Address.AbsolutePath));
    }
}
