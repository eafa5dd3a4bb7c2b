using System.Net;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary><c>/api/lives</c> and <c>/api/scores</c> as JSON.</summary>
[Collection(ApiCollection.Name)]
public sealed class ListTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("&sort=score")]
    [InlineData("&sort=-price")]
    [InlineData("&sort=reviews")]
    public async Task Lives_AllPagesWalked_GiveEveryLiveOnce(string sort)
    {
        var (ids, cursor) = (new List<string>(), string.Empty);
        do
        {
            var page = await site.Client.JsonAsync($"/api/lives?limit=40{sort}{cursor}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : string.Empty;
        }
        while (cursor.Length > 0);

        Assert.Equal((await StoredAsync()).Select(live => live.Id), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lives_WithoutASort_ComeTheLatestFirst()
    {
        var page = await site.Client.JsonAsync("/api/lives?limit=5");

        Assert.Equal((await StoredAsync()).OrderByDescending(live => live.StartsAt).Take(5).Select(live => live.Id), page.GetProperty("items").EnumerateArray().Select(Id));
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("&minPrice=3000&maxPrice=8000&sort=-price", new[] { "--min-price", "3000", "--max-price", "8000", "--sort", "-price" })]
    [InlineData("&from=2017-02-01&to=2017-03-01T12:00:00Z&sort=start", new[] { "--from", "2017-02-01", "--to", "2017-03-01T12:00:00Z", "--sort", "start" })]
    [InlineData("&tag=101", new[] { "--tag", "音乐" })]
    [InlineData("&speaker=speaker-of-all", new[] { "--text", "松果" })]
    [InlineData("&minScore=4.2", new[] { "--min-score", "4.2" })]
    public async Task Scores_AsJson_AreTheRowsThatTheCommandPrints(string query, string[] options)
    {
        var asked = await site.Client.JsonAsync($"/api/scores?limit=1000{query}");
        var ended = await site.Program.RunAsync(["scores", "--store", site.Store, "--format", "json", "--top", "1000", .. options]);

        var printed = JsonDocument.Parse(ended.Output).RootElement.GetProperty("scores");
        Assert.NotEqual(0, printed.GetArrayLength());
        Assert.True(JsonElement.DeepEquals(printed, asked.GetProperty("items")), $"{printed}\n{asked}");
        Assert.Equal(printed.GetArrayLength(), asked.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Scores_Page_HasALinkToTheNextWithTheSameFilters()
    {
        var (ids, next) = (new List<string>(), (string?)"/api/scores?limit=30&minPrice=2000&sort=price");
        while (next is not null)
        {
            using var answer = await site.Client.GetAsync(Answers.Path(next), Cancel);
            ids.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("items").EnumerateArray().Select(Id));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            Assert.True(next is null || (next.StartsWith("</api/scores?", StringComparison.Ordinal) && next.EndsWith(">; rel=\"next\"", StringComparison.Ordinal)), next);
            next = next?[1..next.IndexOf('>', StringComparison.Ordinal)];
        }

        var expected = (await StoredAsync()).Where(live => live.AmountFen >= 2000).OrderBy(live => live.AmountFen).ThenBy(live => live.Id, StringComparer.Ordinal).Select(live => live.Id);
        Assert.Equal(expected, ids);
    }

    [Fact]
    public async Task Lives_WithATag_AreNotSentAgainUntilTheStoreChangedAndARunEnded()
    {
        const string Path = "/api/lives?limit=3";
        using var first = await site.Client.GetAsync(Answers.Path(Path), Cancel);
        var tag = first.Headers.ETag!.ToString();

        using var second = await site.Client.GetAsync(Path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(tag, second.Headers.ETag?.ToString());

        // Not the one whose score other tests compute again.
        const string Changed = "900000000000000013";
        var liked = 0L;
        await site.ChangeAsync(async store =>
        {
            var live = (await store.FindAsync(Collections.Lives, Changed, Cancel))!;
            liked = live.LikedNum!.Value + 1;
            await store.UpsertAsync(Collections.Lives, [live with { LikedNum = liked, ObservedAt = live.ObservedAt.AddDays(1) }], Cancel);
            await store.UpsertAsync(Collections.Runs, [ApiSite.Ended("20990101T000000.000Z-import-1", "import", RunOutcomes.Done)], Cancel);
        });
        await site.Client.UntilAsync(Path, (answer, _) => answer.Headers.ETag!.ToString() != tag);

        using var third = await site.Client.GetAsync(Path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        var shown = Assert.Single((await site.Client.JsonAsync("/api/lives?limit=1000")).GetProperty("items").EnumerateArray(), live => Id(live) == Changed);
        Assert.Equal(liked, shown.GetProperty("likedNum").GetInt64());
    }

    [Theory]
    [InlineData("/api/lives")]
    [InlineData("/api/scores")]
    public async Task List_Tag_IsOfThisProgramSinceAnotherMayShowOtherFields(string path)
    {
        using var answer = await site.Client.GetAsync(Answers.Path(path), Cancel);

        Assert.Contains(typeof(ApiEndpoints).Module.ModuleVersionId.ToString("N")[..8], answer.Headers.ETag!.Tag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("minPrice=-1", "minPrice")]
    [InlineData("maxScore=6", "maxScore")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2018-01-02&to=2018-01-01", "to")]
    [InlineData("sort=name", "sort")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("tag=a&tag=b", "tag")]
    [InlineData("speaker=", "speaker")]
    [InlineData("colour=red", "colour")]
    [InlineData("a%0Ab=1", "a b")]
    [InlineData("text=%0A&sort=%0A%1B[31m", "sort")]
    public async Task List_BadOrUnknownParameter_IsOneLineThatNamesIt(string query, string parameter)
    {
        foreach (var list in new[] { "lives", "scores" })
        {
            Assert.StartsWith($"{parameter}", await site.Client.ProblemAsync($"/api/{list}?{query}", HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }

    private static string Id(JsonElement live) => live.GetProperty("liveId").GetString()!;

    private async Task<List<Live>> StoredAsync()
    {
        var lives = new List<Live>();
        await site.ChangeAsync(async store => lives = await store.ReadAsync(Collections.Lives, new Query<Live>(), Cancel).ToListAsync(Cancel));
        return lives;
    }
}
