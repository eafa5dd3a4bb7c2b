using System.Net;
using System.Text.Json;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>Scores in the format that the client asks for.</summary>
[Collection(ApiCollection.Name)]
public sealed class FormatTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_AsNdjson_AreEveryRowOfTheJson()
    {
        var expected = (await site.Client.JsonAsync("/api/scores?limit=1000")).GetProperty("items");

        var lines = (await AskAsync("application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.GetArrayLength(), lines.Length);
        Assert.All(expected.EnumerateArray().Zip(lines), pair => Assert.True(JsonElement.DeepEquals(pair.First, JsonDocument.Parse(pair.Second).RootElement), pair.Second));
    }

    [Fact]
    public async Task Scores_AsCsv_AreTheBytesThatTheCommandPrints()
    {
        var ended = await site.Program.RunAsync("scores", "--store", site.Store, "--format", "csv", "--top", "1000");

        Assert.Equal(ended.Output.TrimStart('\uFEFF'), (await AskAsync("text/csv")).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task Scores_AsParquet_CanBeReadBack()
    {
        var expected = (await site.Client.JsonAsync("/api/scores?limit=1000")).GetProperty("items");
        using var answer = await site.Client.GetAsync("/api/scores", ("Accept", "application/vnd.apache.parquet"));

        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        await using var file = await Parquet.ParquetReader.CreateAsync(bytes, cancellationToken: Cancel);

        Assert.Equal("application/vnd.apache.parquet", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected.GetArrayLength(), file.Metadata!.NumRows);
        Assert.Contains("liveId", file.Schema.GetDataFields().Select(field => field.Name));
    }

    [Fact]
    public async Task Scores_AsCsvWithALimit_HaveALinkToTheRest()
    {
        using var answer = await site.Client.GetAsync("/api/scores?limit=7", ("Accept", "text/csv"));

        Assert.Equal(1 + 7, (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("rel=\"next\"", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_InAnotherFormat_HaveAnotherTag()
    {
        using var json = await site.Client.GetAsync("/api/scores", ("Accept", "application/json"));
        using var csv = await site.Client.GetAsync("/api/scores", ("Accept", "text/csv"), ("If-None-Match", $"{json.Headers.ETag}"));

        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        Assert.NotEqual(json.Headers.ETag, csv.Headers.ETag);
        Assert.Contains("Accept", csv.Headers.Vary);
    }

    [Theory]
    [InlineData("text/csv;q=0.5, application/json", "application/json")]
    [InlineData("text/html, text/csv;q=0.9, */*;q=0.1", "text/csv")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv; charset=utf-8", "text/csv")]
    public async Task Scores_SeveralFormatsAccepted_AreInTheOneThatIsLikedBest(string accept, string expected)
    {
        using var answer = await site.Client.GetAsync("/api/scores?limit=1", ("Accept", accept));

        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/csv;q=0")]
    public async Task Scores_NoneOfOurFormatsAccepted_Is406ThatNamesThem(string accept)
    {
        using var answer = await site.Client.GetAsync("/api/scores", ("Accept", accept));

        Assert.Contains("text/csv", await answer.ProblemAsync(HttpStatusCode.NotAcceptable), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "Not Found")]
    [InlineData("/api/lives/1", HttpStatusCode.NotFound, "1")]
    [InlineData("/api/scores?limit=0", HttpStatusCode.BadRequest, "limit")]
    public async Task Error_NoJsonAccepted_IsProblemDetailsAllTheSame(string path, HttpStatusCode status, string expected)
    {
        using var answer = await site.Client.GetAsync(path, ("Accept", "text/csv"));

        Assert.Contains(expected, await answer.ProblemAsync(status), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string accept)
    {
        using var answer = await site.Client.GetAsync("/api/scores", ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, accept), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
