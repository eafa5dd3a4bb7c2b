using System.Net;
using System.Net.Http.Headers;
using LiveQuality.Crawler.Fetching;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherTests
{
    private static readonly Uri Site = new("https://api.zhihu.com");
    private static readonly Uri Address = new(Site, "/lives?limit=10&offset=0");

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(HttpStatusCode.NotFound, FetchStatus.Gone)]
    [InlineData(HttpStatusCode.Gone, FetchStatus.Gone)]
    [InlineData(HttpStatusCode.Unauthorized, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.Forbidden, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.Found, FetchStatus.Blocked)]
    [InlineData(HttpStatusCode.BadRequest, FetchStatus.Failed)]
    public async Task Fetch_WithAnAnswerThatWouldNotChange_AsksOnceAndSaysWhat(HttpStatusCode code, FetchStatus expected)
    {
        var (outcome, handler) = await FetchAsync(ScriptedHandler.Status(code));

        Assert.Equal(expected, outcome.Status);
        Assert.Contains(Address.AbsoluteUri, outcome.Detail, StringComparison.Ordinal);
        Assert.Single(handler.AskedAt);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Fetch_WithAnAnswerThatMayPass_TriesAgainWithGrowingPauses(HttpStatusCode code)
    {
        var (outcome, handler) = await FetchAsync(ScriptedHandler.Status(code), ScriptedHandler.Throws(), ScriptedHandler.Body([1, 2, 3]));

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Equal([1, 2, 3], outcome.Body.ToArray());
        Assert.Equal(3, handler.AskedAt.Count);
        Assert.True(handler.AskedAt[1] > handler.AskedAt[0]);
    }

    [Fact]
    public async Task Fetch_WithAnOutage_GivesUpAfterTheLastAttempt()
    {
        var (outcome, handler) = await FetchAsync(ScriptedHandler.Throws());

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("connection reset", outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(1 + new FetchOptions().Retries, handler.AskedAt.Count);
    }

    [Fact]
    public async Task Fetch_WithRetryAfter_WaitsAsLongAsAsked()
    {
        var (outcome, handler) = await FetchAsync(Busy(new RetryConditionHeaderValue(TimeSpan.FromSeconds(90))), ScriptedHandler.Body([1]));

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.True(handler.AskedAt[1] - handler.AskedAt[0] >= TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Fetch_WithRetryAfterBeyondTheLongestPause_GivesUpInsteadOfAskingEarly()
    {
        var (outcome, handler) = await FetchAsync(Busy(new RetryConditionHeaderValue(TimeSpan.FromDays(1))));

        Assert.Equal(FetchStatus.Blocked, outcome.Status);
        Assert.Single(handler.AskedAt);
    }

    [Theory]
    [InlineData("http://api.zhihu.com/lives")]
    [InlineData("https://api.zhihu.com.evil.example/lives")]
    [InlineData("https://api.zhihu.com:8443/lives")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Fetch_OfAnotherHostOrScheme_IsRefusedBeforeItIsAsked(string address)
    {
        var handler = new ScriptedHandler(_time, ScriptedHandler.Body([1]));
        using var fetcher = Create(handler, new FetchOptions());

        var outcome = await fetcher.FetchAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Empty(handler.AskedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_OfATooLargeBody_FailsWhetherOrNotTheLengthIsDeclared(bool declared)
    {
        var options = new FetchOptions { LargestBody = 2048 };
        var handler = new ScriptedHandler(_time, () => Endless(declared, 2049));
        using var fetcher = Create(handler, options);

        var outcome = await fetcher.FetchAsync(Address, TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("more than 2048 bytes", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_WhenCancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var fetcher = Create(new ScriptedHandler(_time, ScriptedHandler.Body([1])), new FetchOptions());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Address, stop.Token));
    }

    private static Func<HttpResponseMessage> Busy(RetryConditionHeaderValue retryAfter) => () =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent(string.Empty) };
        answer.Headers.RetryAfter = retryAfter;
        return answer;
    };

    private static HttpResponseMessage Endless(bool declared, int length)
    {
        var content = new ByteArrayContent(new byte[length]);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = declared ? content : new UndeclaredContent(content) };
    }

    private async Task<(FetchOutcome Outcome, ScriptedHandler Handler)> FetchAsync(params Func<HttpResponseMessage>[] script)
    {
        var handler = new ScriptedHandler(_time, script);
        using var fetcher = Create(handler, new FetchOptions());
        var fetch = fetcher.FetchAsync(Address, TestContext.Current.CancellationToken);
        while (!fetch.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return (await fetch, handler);
    }

    private HttpFetcher Create(HttpMessageHandler handler, FetchOptions options) =>
        new(new HttpClient(handler), Site, options, RetryPolicy.Create(options, _time, () => 0.5), _time);

    private sealed class UndeclaredContent(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream, TestContext.Current.CancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
