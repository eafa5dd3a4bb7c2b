using System.Net;
using System.Net.Http.Headers;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherConditionalTests
{
    private static readonly FetchRequest Known = new(Fetchers.Address, "\"v1\"", new DateTimeOffset(2017, 10, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly Fetchers _fetchers = new();

    [Fact]
    public async Task Fetch_OfWhatIsKnown_AsksForChangesOnly()
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        await _fetchers.FetchAsync(site, Known);

        var headers = Assert.Single(site.Asked).Headers;
        Assert.Contains("If-None-Match: \"v1\"", headers, StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Sun, 01 Oct 2017 00:00:00 GMT", headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfWhatIsNew_AsksForAllOfIt()
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        await _fetchers.FetchAsync(site);

        Assert.DoesNotContain("If-", Assert.Single(site.Asked).Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("\"v1\"\r\nX-Injected: 1")]
    public async Task Fetch_WithAValidatorThatIsNone_LeavesItOut(string tag)
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        await _fetchers.FetchAsync(site, new FetchRequest(Fetchers.Address, tag));

        Assert.DoesNotContain("v1", Assert.Single(site.Asked).Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "\"v1\"")]
    [InlineData("\"v2\"", "\"v2\"")]
    public async Task Fetch_AnsweredNotModified_KeepsTheValidators(string? sent, string expected)
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(() => NotModified(sent)), Known);

        Assert.Equal((FetchStatus.NotModified, 304, expected), (outcome.Status, outcome.Code, outcome.ETag));
        Assert.Equal((Known.LastModified, 0L, true), (outcome.LastModified, outcome.Transferred, outcome.Body.IsEmpty));
    }

    [Fact]
    public async Task Fetch_OfWhatIsKnownButMoved_AsksTheNewAddressForAllOfIt()
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect("/lives?moved=1"), ScriptedHandler.Body([1]));

        var outcome = await _fetchers.FetchAsync(site, Known);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Contains("If-None-Match", site.Asked[0].Headers, StringComparison.Ordinal);
        Assert.DoesNotContain("If-", site.Asked[1].Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfWhatIsKnown_AsksForChangesOnlyInEveryAttempt()
    {
        var site = _fetchers.Script(ScriptedHandler.Status(HttpStatusCode.BadGateway), () => NotModified(null));

        var outcome = await _fetchers.FetchAsync(site, Known);

        Assert.Equal(FetchStatus.NotModified, outcome.Status);
        Assert.All(site.Asked, asked => Assert.Contains("If-None-Match", asked.Headers, StringComparison.Ordinal));
    }

    // A 304 may name the length of the body that it stands for.
    private static HttpResponseMessage NotModified(string? tag)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.NotModified) { Content = new ByteArrayContent([]) };
        answer.Content.Headers.ContentLength = 60_000;
        answer.Headers.ETag = tag is null ? null : new EntityTagHeaderValue(tag);
        return answer;
    }
}
