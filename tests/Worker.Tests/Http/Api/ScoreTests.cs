using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using LiveQuality.Worker.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary><c>POST /api/score</c>.</summary>
[Collection(ApiCollection.Name)]
public sealed class ScoreTests(ApiSite site)
{
    private static readonly string[] Numbers = ["value", "low", "high", "predicted", "evidenceWeight"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"amountFen":990,"likedNum":30,"durationSeconds":3600,"startsAt":"2018-03-01T12:00:00Z"}""")]
    [InlineData("""{"reviewCount":400,"reviewScore":1.5,"amountFen":0,"tags":[{"id":7,"name":"new"}],"speakerId":"speaker-of-all"}""")]
    public async Task Score_OfALiveInWords_IsFrom1To5(string live)
    {
        using var answer = await site.Client.PostAsync("/api/score", live);

        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        Assert.InRange(JsonDocument.Parse(body).RootElement.GetProperty("value").GetDouble(), 1, 5);
    }

    [Fact]
    public async Task Score_OfAStoredLive_IsTheStoredScore()
    {
        var found = await site.Client.JsonAsync($"/api/lives/{ApiSite.LiveId}");

        using var answer = await site.Client.PostAsync("/api/score", found.GetProperty("live").GetRawText());

        var (said, stored) = (JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement, found.GetProperty("score"));
        Assert.Equal(stored.GetProperty("modelId").GetString(), said.GetProperty("modelId").GetString());
        Assert.All(Numbers, name => Assert.Equal(Number(stored, name), Number(said, name), 9));
    }

    [Fact]
    public async Task Score_OfANewLive_StoresNothing()
    {
        var before = await site.Program.CountsAsync(site.Store);

        using var answer = await site.Client.PostAsync("/api/score", """{"id":"901","speakerId":"somebody","subject":"never stored"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await site.Program.CountsAsync(site.Store));
    }

    [Theory]
    [InlineData("""{"colour":"red"}""", "colour: ")]
    [InlineData("""{"likedNum":"many"}""", "likedNum: ")]
    [InlineData("""{"startsAt":"yesterday"}""", "startsAt: ")]
    [InlineData("""{"tags":[7]}""", "tags")]
    [InlineData("""{"likedNum":-1}""", "likedNum: must not be negative")]
    [InlineData("""{"durationSeconds":-3600}""", "durationSeconds: must not be negative")]
    [InlineData("""{"reviewScore":5.5}""", "reviewScore: must be from 1 to 5")]
    [InlineData("""{"reviewScore":0}""", "reviewScore: must be from 1 to 5")]
    [InlineData("""{"id":null}""", "id: ")]
    [InlineData("""{"observedAt":null}""", "observedAt: ")]
    [InlineData("""{"likedNum":1,"likedNum":2}""", "the body is no JSON, or says a thing twice")]
    [InlineData("""{"subject":"\ud800"}""", "the body holds half a character")]
    [InlineData("""{"tags":[null]}""", "tags")]
    [InlineData("[]", "the live must be a JSON object")]
    [InlineData("null", "the live must be a JSON object")]
    [InlineData("{", "the body is no JSON")]
    [InlineData("", "the body is no JSON")]
    public async Task Score_OfWhatIsNoLive_IsOneLineThatNamesTheField(string body, string detail)
    {
        using var answer = await site.Client.PostAsync("/api/score", body);

        Assert.StartsWith(detail, await answer.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"startsAt":"9999-12-31T23:59:59Z","createdAt":"0001-01-01T00:00:00Z"}""")]
    [InlineData("""{"startsAt":"0001-01-01T00:00:00Z"}""")]
    [InlineData("""{"durationSeconds":9223372036854775807,"likedNum":9223372036854775807,"amountFen":9223372036854775807,"reviewCount":9223372036854775807}""")]
    [InlineData("""{"speakerId":"","id":""}""")]
    public async Task Score_OfALiveAtTheEdges_IsAScoreOrALine(string body)
    {
        using var answer = await site.Client.PostAsync("/api/score", body);

        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Assert.InRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("value").GetDouble(), 1, 5);
        }
        else
        {
            Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest));
        }
    }

    [Fact]
    public async Task Score_OfACrowd_IsOneAtATimeAndWhoIsTooManyIsToldBeforeTheBodyIsRead()
    {
        const int TooMany = 3;
        var bodies = Enumerable.Range(0, 1 + OneAtATime.Queue + TooMany).Select(_ => new Pipe()).ToList();
        var answers = bodies.ConvertAll(body => PostAsync(body.Reader));

        while (answers.Count(answer => answer.IsCompleted) < TooMany)
        {
            await Task.WhenAny(answers.Where(answer => !answer.IsCompleted));
        }

        var (told, others) = (answers.Where(answer => answer.IsCompleted).ToList(), answers.Where(answer => !answer.IsCompleted).ToList());
        foreach (var answer in await Task.WhenAll(told))
        {
            Assert.Contains("one at a time", await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        foreach (var body in bodies)
        {
            await body.Writer.WriteAsync("{}"u8.ToArray(), Cancel);
            await body.Writer.CompleteAsync();
        }

        Assert.Equal(1 + OneAtATime.Queue, others.Count);
        Assert.All(await Task.WhenAll(others), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Score_OfANestOfBrackets_IsOneLine()
    {
        using var answer = await site.Client.PostAsync("/api/score", $"{{\"tags\":{new string('[', 10_000)}");

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Score_OfAnotherContentType_Is415()
    {
        using var answer = await site.Client.PostAsync("/api/score", "{}", "text/plain");

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType));
    }

    // The body is sent when the service begins to read it.
    private async Task<HttpResponseMessage> PostAsync(PipeReader body)
    {
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = site.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Answers.Path("/api/score")) { Content = new StreamContent(body.AsStream()) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request, Cancel);
    }

    private static double Number(JsonElement score, string name) => score.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN;
}
