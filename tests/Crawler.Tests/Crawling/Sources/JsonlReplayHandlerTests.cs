using System.Net;
using System.Text.Json;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Sources;

public sealed class JsonlReplayHandlerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livequality-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Feed_OfTwelveLives_ComesInTwoPagesAndEnds()
    {
        WriteLives(Enumerable.Range(0, 12).Select(i => $$"""{"id":"{{i}}","created_at":{{1_500_000_000 + i}}}"""));

        var (first, request) = await GetAsync("/lives?limit=10&offset=0");
        var (second, _) = await GetAsync("/lives?limit=10&offset=10");

        Assert.Equal(10, first.GetProperty("data").GetArrayLength());
        Assert.False(first.GetProperty("paging").GetProperty("is_end").GetBoolean());
        Assert.Equal(["10", "11"], second.GetProperty("data").EnumerateArray().Select(l => l.GetProperty("id").GetString()));
        Assert.True(second.GetProperty("paging").GetProperty("is_end").GetBoolean());
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_500_000_011), ReplayedAnswer.CapturedAt(request));
    }

    [Theory]
    [InlineData("/people/0123456789abcdef0123456789abcdef")]
    [InlineData("/lives/1/reviews?limit=20&offset=0")]
    [InlineData("/lives/..%2F..%2Fetc/reviews")]
    public async Task Address_ThatTheFolderDoesNotHold_IsNotRecorded(string address)
    {
        WriteLives(["""{"id":"1"}"""]);
        using var client = new HttpClient(new JsonlReplayHandler(_folder));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.zhihu.com{address}");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.True(ReplayedAnswer.IsNotRecorded(request));
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}\n{\"id\":", "line 2: not JSON")]
    [InlineData("{\"id\":\"1\"}\n\n[1]", "line 3: not a JSON object")]
    public void Open_WithABrokenLine_NamesFileAndLine(string content, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "lives.jsonl"), content);

        var problem = Assert.Throws<RecordingException>(() => new JsonlReplayHandler(_folder));

        Assert.Contains("lives.jsonl", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithoutLives_NamesTheFile()
    {
        var problem = Assert.Throws<RecordingException>(() => new JsonlReplayHandler(Path.Combine(_folder, "nowhere")));

        Assert.Contains(Path.Combine("nowhere", "lives.jsonl"), problem.Message, StringComparison.Ordinal);
    }

    private void WriteLives(IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(_folder, "lives.jsonl"), lines);

    private async Task<(JsonElement Page, HttpRequestMessage Request)> GetAsync(string address)
    {
        using var client = new HttpClient(new JsonlReplayHandler(_folder));
        var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.zhihu.com{address}");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (JsonDocument.Parse(body).RootElement, request);
    }
}
