using System.Net;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

/// <summary>What the pages answer, without a browser.</summary>
[Collection(DashboardCollection.Name)]
public sealed class PageTests(DashboardSite site) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ErrorsByGroup_WhereAnswersAboutFacesLinkTo_AreThere()
    {
        using var answer = await GetAsync("/docs/faces.md", "text/html");

        Assert.Equal("text/markdown", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("### By group", await BodyAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NowhereAtAll_AskedByABrowser_IsAPageWithTheSecurityHeaders()
    {
        using var answer = await GetAsync("/nowhere", "text/html");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await BodyAsync(answer), StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NowhereAtAll_AskedByAProgram_IsAProblemDocument()
    {
        using var answer = await GetAsync("/nowhere", "application/json");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/lives/1")]
    [InlineData("/speakers/1")]
    [InlineData("/models/1")]
    public async Task SomethingThatIsNotThere_Asked_Is404(string path)
    {
        using var answer = await GetAsync(path, "text/html");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task StyleSheet_WithItsVersion_IsKeptForever()
    {
        using var page = await GetAsync("/", "text/html");
        var html = await BodyAsync(page);
        var start = html.IndexOf("/livequality.css?v=", StringComparison.Ordinal);

        using var answer = await GetAsync(html[start..html.IndexOf('"', start)], "text/css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/livequality.css?v=of-another-program")]
    [InlineData("/livequality.css")]
    public async Task StyleSheet_WithoutItsVersion_IsAskedForAgain(string path)
    {
        using var answer = await GetAsync(path, "text/css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/preferences?lang=zh&back=/runs", "/runs")]
    [InlineData("/preferences?lang=zh&back=//evil.example", "/")]
    [InlineData("/preferences?theme=dark&back=https://evil.example", "/")]
    public async Task Preferences_Changed_LeadBackToOurPagesOnly(string path, string expected)
    {
        using var answer = await GetAsync(path, "text/html");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains("httponly", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Quality_WithQuarantine_ShowsReasonAndOriginButNoPayload()
    {
        using var answer = await GetAsync("/quality", "text/html");
        var html = await BodyAsync(answer);

        Assert.Contains("https://api.zhihu.com/lives?offset=1560", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret payload", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?lang=zh", "<li>https://api.zhihu.com 已暂停抓取，直至 9999-12-31 23:59：<span lang=\"en\">Retry-After</span></li>")]
    [InlineData("/?lang=zh", "<li>自 2018-01-15 12:00 起有字段损坏：<span lang=\"en\">live.fee: 20 % instead of 100 %</span></li>")]
    [InlineData("/?lang=zh", "<li>最近一次抓取（2018-01-15 12:00）：<span lang=\"en\">the site refused</span></li>")]
    [InlineData("/?lang=en", "<li>The last crawl, 2018-01-15 12:00: <span lang=\"en\">the site refused</span></li>")]
    [InlineData($"/lives/{DashboardSite.LiveId}?lang=zh", "<p>4.20：与典型直播（4.20）相当，现有评价（+0.30）加分，价格（−0.10）减分；目前 30 条评价在评分中占 60.0\u202f%。</p>")]
    [InlineData($"/lives/{DashboardSite.LiveId}?lang=zh", "价格 = ¥9.9")]
    [InlineData($"/lives/{DashboardSite.LiveId}?lang=en", "<p>Above a typical live.</p>")]
    [InlineData($"/lives/{DashboardSite.LiveId}?lang=en", "price = ¥9.9")]
    public async Task Page_InALanguage_SaysWhatItMeansInIt(string path, string expected)
    {
        using var answer = await GetAsync(path, "text/html");

        Assert.Contains(expected, WebUtility.HtmlDecode(await BodyAsync(answer)), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
