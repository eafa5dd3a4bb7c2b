using System.Net;
using System.Net.Http.Headers;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherTests
{
    private readonly Fetchers _fetchers = new();

    [Theory]
    [InlineData(HttpStatusCode.NotFound, FetchStatus.Gone)]
    [InlineData(HttpStatusCode.Gone, FetchStatus.Gone)]
    [InlineData(HttpStatusCode.Unauthorized, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.Forbidden, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.Found, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.NotModified, FetchStatus.Failed)]
    [InlineData(HttpStatusCode.MultipleChoices, FetchStatus.Failed)]
    [InlineData(HttpStatusCode.BadRequest, FetchStatus.Failed)]
    [InlineData(HttpStatusCode.NoContent, FetchStatus.Failed)]
    [InlineData(HttpStatusCode.PartialContent, FetchStatus.Failed)]
    public async Task Fetch_WithAnAnswerThatWouldNotChange_AsksOnceAndSaysWhat(HttpStatusCode code, FetchStatus expected)
    {
        var site = _fetchers.Script(ScriptedHandler.Status(code));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((expected, (int)code), (outcome.Status, outcome.Code));
        Assert.Contains(Fetchers.Address.AbsoluteUri, outcome.Detail, StringComparison.Ordinal);
        Assert.Single(site.AskedAt);
    }

    [Fact]
    public async Task Fetch_OfAPage_GivesItsBodyAndAllThatIsSaidOfIt()
    {
        var modified = new DateTimeOffset(2017, 10, 1, 0, 0, 0, TimeSpan.Zero);
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(() =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
            answer.Headers.ETag = new EntityTagHeaderValue("\"v1\"", isWeak: true);
            answer.Content.Headers.LastModified = modified;
            return answer;
        }));

        Assert.Equal((FetchStatus.Fetched, 200, "application/json", "W/\"v1\"", 2L), (outcome.Status, outcome.Code, outcome.MediaType, outcome.ETag, outcome.Transferred));
        Assert.Equal((modified, _fetchers.Time.GetUtcNow(), string.Empty), (outcome.LastModified, outcome.At, outcome.Detail));
        Assert.Equal("{}"u8, outcome.Body.Span);
    }

    [Fact]
    public async Task Fetch_OfAnErrorPage_KeepsItsBodyForTheSitesErrorCode()
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(ScriptedHandler.Status(HttpStatusCode.BadRequest)));

        Assert.Equal("{}"u8, outcome.Body.Span);
    }

    [Fact]
    public async Task Fetch_SaysWhoAsksAndWhatItCanRead()
    {
        var site = _fetchers.Script(ScriptedHandler.Body([1]));

        await _fetchers.FetchAsync(site);

        Assert.Contains("User-Agent: LiveQuality/1.0", Assert.Single(site.Asked).Headers, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: gzip, deflate, br", site.Asked[0].Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Fetch_WithAnAnswerThatMayPass_TriesAgainWithGrowingPauses(HttpStatusCode code)
    {
        var site = _fetchers.Script(ScriptedHandler.Status(code), ScriptedHandler.Throws(), ScriptedHandler.Body([1, 2, 3]));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Equal([1, 2, 3], outcome.Body.ToArray());
        Assert.Equal("{}".Length + 3, outcome.Transferred);
        Assert.Equal(3, site.AskedAt.Count);
        Assert.True(site.AskedAt[1] > site.AskedAt[0]);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.ServiceUnavailable, FetchStatus.Failed)]
    public async Task Fetch_WithAnAnswerThatDoesNotPass_GivesUpAfterTheLastAttempt(HttpStatusCode code, FetchStatus expected)
    {
        var site = _fetchers.Script(ScriptedHandler.Status(code));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((expected, (int)code), (outcome.Status, outcome.Code));
        Assert.Equal(1 + _fetchers.Options.Retries, site.AskedAt.Count);
    }

    [Fact]
    public async Task Fetch_WithAnOutage_GivesUpAfterTheLastAttempt()
    {
        var site = _fetchers.Script(ScriptedHandler.Throws());

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Failed, null), (outcome.Status, outcome.Code));
        Assert.Contains("gave no answer", outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(1 + _fetchers.Options.Retries, site.AskedAt.Count);
    }

    [Fact]
    public async Task Fetch_ThatCannotConnectInTime_TriesAgain()
    {
        var site = _fetchers.Script(() => throw new TaskCanceledException("connect", new TimeoutException()), ScriptedHandler.Body([1]));

        Assert.Equal(FetchStatus.Fetched, (await _fetchers.FetchAsync(site)).Status);
    }

    [Fact]
    public async Task Fetch_WhenCancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var fetcher = _fetchers.Create(_fetchers.Script(ScriptedHandler.Body([1])));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(Fetchers.Address), stop.Token));
    }
}
