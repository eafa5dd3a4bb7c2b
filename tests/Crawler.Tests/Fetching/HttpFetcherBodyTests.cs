using System.Net;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherBodyTests
{
    private readonly Fetchers _fetchers = new() { Options = new FetchOptions { LargestBody = 2048, AttemptTimeout = TimeSpan.FromMinutes(10) } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_OfATooLargeBody_FailsWhetherOrNotTheLengthIsDeclared(bool declared)
    {
        var site = _fetchers.Script(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = declared ? new ByteArrayContent(new byte[2049]) : new StreamContent(new UnknownLength(new byte[2049])),
        });

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("more than 2048 bytes", outcome.Detail, StringComparison.Ordinal);
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Fetch_OfTheLargestBody_TakesIt()
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(ScriptedHandler.Body(new byte[2048])));

        Assert.Equal((FetchStatus.Fetched, 2048), (outcome.Status, outcome.Body.Length));
    }

    [Fact]
    public async Task Fetch_OfACompressedBody_CountsWhatWentOverTheWire()
    {
        var packed = Compressed.Gzip(new byte[2000]);

        var outcome = await _fetchers.FetchAsync(_fetchers.Script(() => Answer(packed, "gzip")));

        Assert.Equal((FetchStatus.Fetched, 2000, packed.Length), (outcome.Status, outcome.Body.Length, outcome.Transferred));
    }

    [Fact]
    public async Task Fetch_OfATruncatedGzip_TriesAgain()
    {
        var packed = Compressed.Gzip("""{"data":[]}"""u8.ToArray());
        var site = _fetchers.Script(() => Answer(packed[..^9], "gzip"), () => Answer(packed, "gzip"));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Equal("""{"data":[]}"""u8, outcome.Body.Span);
        Assert.Equal((2 * packed.Length) - 9, outcome.Transferred);
    }

    [Fact]
    public async Task Fetch_OfABodyShorterThanItsLength_TriesAgainAndThenFails()
    {
        var site = _fetchers.Script(() =>
        {
            var answer = Answer([1, 2, 3], null);
            answer.Content.Headers.ContentLength = 10;
            return answer;
        });

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Contains("broke off", outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(1 + _fetchers.Options.Retries, site.Asked.Count);
        Assert.All(_fetchers.Gate.Exits, exit => Assert.Null(exit.Status));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip, gzip")]
    public async Task Fetch_OfABodyThatCannotBeRead_FailsAtOnce(string coding)
    {
        var site = _fetchers.Script(() => Answer(new byte[10], coding));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Fetch_OfAGoneTargetWithATooLargePage_IsGone()
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(() => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new ByteArrayContent(new byte[4096]) }));

        Assert.Equal((FetchStatus.Gone, true), (outcome.Status, outcome.Body.IsEmpty));
    }

    [Fact]
    public async Task Fetch_OfABodyThatDrips_EndsWithTheAttempt()
    {
        var fetchers = new Fetchers { Options = new FetchOptions { Retries = 0, AttemptTimeout = TimeSpan.FromSeconds(30) } };
        var start = fetchers.Time.GetUtcNow();

        var outcome = await fetchers.FetchAsync(fetchers.Script(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new DrippingStream(fetchers.Time, TimeSpan.FromSeconds(1))),
        }));

        Assert.Equal((FetchStatus.Failed, 200), (outcome.Status, outcome.Code));
        Assert.Contains("within 00:00:30", outcome.Detail, StringComparison.Ordinal);
        Assert.InRange(outcome.Transferred, 0, 30);
        Assert.True(fetchers.Time.GetUtcNow() - start >= TimeSpan.FromSeconds(30));
    }

    private static HttpResponseMessage Answer(byte[] body, string? coding)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        if (coding is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        return answer;
    }

    private sealed class UnknownLength(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
