using System.Net;
using LiveQuality.Worker.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>Runs, the schedule, and a job out of turn.</summary>
[Collection(ApiCollection.Name)]
public sealed class RunTests(ApiSite site)
{
    [Fact]
    public async Task Runs_AllPagesWalked_GiveEachOnceTheNewestFirst()
    {
        var (ids, cursor) = (new List<string>(), string.Empty);
        do
        {
            var page = await site.Client.JsonAsync($"/api/runs?limit=2&command=crawl{cursor}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 2);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(run => run.GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : string.Empty;
        }
        while (cursor.Length > 0);

        Assert.Equal([ApiSite.CrawlId, .. Enumerable.Range(0, 4).Reverse().Select(number => $"2018011{number}T120000.000Z-crawl-1")], ids);
    }

    [Fact]
    public async Task Runs_OfOneOutcome_AreThatAloneAndWithoutFields()
    {
        var run = Assert.Single((await site.Client.JsonAsync("/api/runs?command=crawl&outcome=failed")).GetProperty("items").EnumerateArray());

        Assert.Equal(("the site refused", 1000), (run.GetProperty("error").GetString(), run.GetProperty("counts").GetProperty("pages").GetInt32()));
        Assert.True(!run.TryGetProperty("fields", out var fields) || fields.ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("all")]
    public async Task Runs_BadLimit_IsOneLineThatNamesIt(string limit) =>
        Assert.StartsWith($"limit: '{limit}'", await site.Client.ProblemAsync($"/api/runs?limit={limit}", HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task Run_ById_HasTheFieldsThatItMet()
    {
        var run = await site.Client.JsonAsync($"/api/runs/{ApiSite.CrawlId}");

        Assert.Equal("subject", run.GetProperty("fields").GetProperty("kinds")[0].GetProperty("known")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Jobs_Listed_HaveTimesAndNoPortraitsWhereFacesAreOff()
    {
        var jobs = (await site.Client.JsonAsync("/api/jobs")).GetProperty("jobs").EnumerateArray().ToArray();

        Assert.Equal(JobCatalog.All.Select(job => job.Name).Where(name => name != JobNames.ScorePortraits), jobs.Select(job => job.GetProperty("name").GetString()));
        Assert.All(jobs, job => Assert.True(job.GetProperty("nextFire").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMinutes(-1)));
    }

    [Fact]
    public async Task Post_OfAJob_IsAcceptedAndItsRunAppears()
    {
        using var answer = await site.Client.PostAsync("/api/runs", """{"job":"report"}""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await site.Client.UntilAsync("/api/runs?command=report&outcome=done", (_, body) => body.Contains("\"trigger\":\"api\"", StringComparison.Ordinal));
        var run = Assert.Single((await site.Client.JsonAsync("/api/runs?command=report")).GetProperty("items").EnumerateArray());
        Assert.Equal(("report", "api", "done"), (run.GetProperty("job").GetString(), run.GetProperty("trigger").GetString(), run.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("""{"job":"nonsense"}""", "job: 'nonsense' must be crawl-feed")]
    [InlineData("""{"job":"a\nb"}""", "job: 'a b' must be crawl-feed")]
    [InlineData("""{"job":"score-portraits"}""", "job: 'score-portraits' must be crawl-feed")]
    [InlineData("{}", "job: '' must be crawl-feed")]
    [InlineData("""{"job":7}""", "")]
    [InlineData("{", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    public async Task Post_OfNoJob_IsOneLineThatSaysSo(string body, string detail)
    {
        using var answer = await site.Client.PostAsync("/api/runs", body);

        Assert.StartsWith(detail, await answer.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfAnotherContentType_Is415()
    {
        using var answer = await site.Client.PostAsync("/api/runs", "report", "text/plain");

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType));
    }
}
