using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherAddressTests
{
    private readonly Fetchers _fetchers = new();

    [Theory]
    [InlineData("https://api.zhihu.com.evil.example/lives")]
    [InlineData("https://api.zhihu.com:8443/lives")]
    [InlineData("http://api.zhihu.com:8080/lives")]
    [InlineData("https://www.zhihu.com/lives")]
    [InlineData("ftp://api.zhihu.com/lives")]
    [InlineData("https://api.zhihu.com./lives")]
    [InlineData("https://api.zhihu.com@127.0.0.1/lives")]
    [InlineData("https://secret@api.zhihu.com/lives")]
    [InlineData("https://evil.example#@api.zhihu.com/lives")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::127.0.0.1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://ａｐｉ.zhihu.com/")]
    [InlineData("https://аpi.zhihu.com/")]
    [InlineData("https://api。zhihu.com/")]
    [InlineData("https://ⓐpi.zhihu.com/")]
    [InlineData("https://api.zhi\u200bhu.com/")]
    [InlineData("https://xn--pi-6kc.zhihu.com/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    public async Task Fetch_OfAnotherHostInAnySpelling_IsRefusedBeforeItIsAsked(string address)
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        var outcome = await _fetchers.FetchAsync(site, new Uri(address));

        Assert.Equal((FetchStatus.Failed, null), (outcome.Status, outcome.Code));
        Assert.Empty(site.Asked);
        Assert.Empty(_fetchers.Gate.Entered);
    }

    [Fact]
    public async Task Fetch_OfAPathAlone_IsRefused()
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(ScriptedHandler.Body([1])), new Uri("/lives", UriKind.Relative));

        Assert.Equal(FetchStatus.Failed, outcome.Status);
    }

    [Theory]
    [InlineData("http://api.zhihu.com/lives?offset=10", "https://api.zhihu.com/lives?offset=10")]
    [InlineData("HTTPS://API.ZHIHU.COM:443/lives", "https://api.zhihu.com/lives")]
    public async Task Fetch_OfTheSiteOtherwiseSpelt_AsksItOverHttps(string address, string asked)
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        await _fetchers.FetchAsync(site, new Uri(address));

        Assert.Equal(asked, Assert.Single(site.Asked).Address.AbsoluteUri);
    }

    [Fact]
    public async Task Fetch_FromThisMachine_StaysOnPlainHttp()
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));
        var local = new Uri("http://127.0.0.1:8080");
        using var fetcher = new HttpFetcher(site, _fetchers.Gate, new AllowedHosts(local), Fetchers.IsWall, _fetchers.Options, () => 0.5, _fetchers.Time);

        await fetcher.FetchAsync(new FetchRequest(new Uri(local, "/lives")), TestContext.Current.CancellationToken);
        var other = await fetcher.FetchAsync(new FetchRequest(new Uri("http://127.0.0.1:8081/lives")), TestContext.Current.CancellationToken);

        Assert.Equal("http://127.0.0.1:8080/lives", Assert.Single(site.Asked).Address.AbsoluteUri);
        Assert.Equal(FetchStatus.Failed, other.Status);
    }

    [Theory]
    [InlineData("http://api.zhihu.com")]
    [InlineData("http://192.168.0.1")]
    public void AllowedHosts_OfAPlainHttpSourceElsewhere_IsABug(string source) => Assert.Throws<ArgumentException>(() => new AllowedHosts(new Uri(source)));

    [Fact]
    public void AllowedHosts_OfAPlainHttpHostBesideALocalSource_IsABug() =>
        Assert.Throws<ArgumentException>(() => new AllowedHosts(new Uri("http://127.0.0.1:8080"), new Uri("http://127.0.0.1:8081")));
}
