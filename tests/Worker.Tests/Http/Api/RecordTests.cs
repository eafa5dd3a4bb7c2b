using System.Net;
using System.Text.Json;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Tests.Commands;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>One live, one speaker, models, data.</summary>
[Collection(ApiCollection.Name)]
public sealed class RecordTests(ApiSite site, TrainedStore trained)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Live_ById_HasRecordHistoryScoreReasonsAndModel()
    {
        var found = await site.Client.JsonAsync($"/api/lives/{ApiSite.LiveId}");

        Assert.Equal("如何读一本书", found.GetProperty("live").GetProperty("subject").GetString());
        Assert.Equal("松果槿", found.GetProperty("speaker").GetString());
        Assert.Contains("likedNum", found.GetProperty("observations")[0].GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("field").GetString()));
        Assert.Equal([0, 0, 4, 4, 4], found.GetProperty("ratings").EnumerateArray().Select(count => count.GetInt64()));
        var score = found.GetProperty("score");
        Assert.InRange(score.GetProperty("value").GetDouble(), 1, 5);
        Assert.Equal(ApiSite.LiveId, score.GetProperty("id").GetString());
        Assert.Equal(score.GetProperty("modelId").GetString(), found.GetProperty("model").GetProperty("id").GetString());
        Assert.Equal("champion", found.GetProperty("model").GetProperty("alias").GetString());
        if (score.GetProperty("modelId").GetString() == trained.GrownId)
        {
            Assert.NotEmpty(score.GetProperty("reasons").GetProperty("sentence").GetString()!);
        }
    }

    [Fact]
    public async Task Live_AskedTwice_IsSentOnce()
    {
        using var first = await site.Client.GetAsync(Answers.Path($"/api/lives/{ApiSite.LiveId}"), Cancel);

        using var second = await site.Client.GetAsync($"/api/lives/{ApiSite.LiveId}", ("If-None-Match", $"W/{first.Headers.ETag}"));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/lives/1", "there is no live 1")]
    [InlineData("/api/speakers/nobody", "there is no speaker nobody")]
    [InlineData("/api/models/nothing", "there is no model nothing")]
    [InlineData("/api/runs/never", "there is no run never")]
    [InlineData("/api/lives/a%0Ab", "there is no live a b")]
    public async Task Record_ThatIsNotThere_Is404ThatNamesIt(string path, string detail) =>
        Assert.StartsWith(detail, await site.Client.ProblemAsync(path, HttpStatusCode.NotFound), StringComparison.Ordinal);

    [Fact]
    public async Task Address_ThatIsNone_Is404WithADetail() => Assert.NotEmpty(await site.Client.ProblemAsync("/api/nothing", HttpStatusCode.NotFound));

    [Fact]
    public async Task Address_AskedToDelete_Is405WithADetail()
    {
        using var answer = await site.Client.DeleteAsync(Answers.Path("/api/lives"), Cancel);

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed));
    }

    [Fact]
    public async Task Speaker_WithFacesOff_HasLivesAndNoFace()
    {
        var found = await site.Client.JsonAsync($"/api/speakers/{ApiSite.SpeakerId}");

        Assert.Equal("松果槿", found.GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal(ApiSite.LiveId, Assert.Single(found.GetProperty("lives").EnumerateArray()).GetProperty("liveId").GetString());
        Assert.Equal(JsonValueKind.Null, found.GetProperty("face").ValueKind);
    }

    [Fact]
    public async Task Model_ById_IsOfTheListThatIsKept()
    {
        const string Changed = "changed meanwhile";
        await site.Client.JsonAsync("/api/models");
        await site.ChangeAsync(async store =>
        {
            var model = (await store.FindAsync(Collections.Models, trained.PublishedId, Cancel))!;
            await store.UpsertAsync(Collections.Models, [model with { Verdict = Changed }], Cancel);
        });

        var before = Verdict((await site.Client.JsonAsync("/api/models")).GetProperty("items").EnumerateArray().Single(model => model.GetProperty("id").GetString() == trained.PublishedId));
        var one = Verdict((await site.Client.JsonAsync($"/api/models/{trained.PublishedId}")).GetProperty("model"));
        var after = Verdict((await site.Client.JsonAsync("/api/models")).GetProperty("items").EnumerateArray().Single(model => model.GetProperty("id").GetString() == trained.PublishedId));

        // Unless its time was over in between, all three are of one reading: nothing is read for one model that was read for all.
        Assert.Contains(one, (string?[])[before, after]);

        static string? Verdict(JsonElement model) => model.GetProperty("verdict").GetString();
    }

    [Fact]
    public async Task Models_Listed_AreTheNewestFirstAndOneIsChampion()
    {
        var models = (await site.Client.JsonAsync("/api/models")).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal([trained.GrownId, trained.PublishedId], models.Select(model => model.GetProperty("id").GetString()));
        Assert.Single(models, model => model.GetProperty("alias").GetString() == "champion");
    }

    [Fact]
    public async Task Model_ById_HasItsManifestAndNoWeights()
    {
        var found = await site.Client.JsonAsync($"/api/models/{trained.GrownId}");

        Assert.Equal(trained.GrownId, found.GetProperty("model").GetProperty("id").GetString());
        Assert.Equal(100, found.GetProperty("manifest").GetProperty("trainingRows").GetInt32());
        Assert.False(found.TryGetProperty("weights", out _));
    }

    [Fact]
    public async Task Quality_WithQuarantine_HasReasonsAndNoPayload()
    {
        var found = await site.Client.JsonAsync("/api/quality");

        Assert.Equal(ApiSite.CrawlId, found.GetProperty("crawl").GetProperty("id").GetString());
        var rule = Assert.Single(found.GetProperty("quarantine").EnumerateArray());
        Assert.Equal(("live-id", 1), (rule.GetProperty("rule").GetString(), rule.GetProperty("count").GetInt32()));
        Assert.Equal("id is \"x\"", rule.GetProperty("examples")[0].GetProperty("reason").GetString());
        Assert.DoesNotContain(ApiSite.Payload, found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_NothingCameSinceTheTraining_IsNull() => Assert.Equal(JsonValueKind.Null, (await site.Client.JsonAsync("/api/drift")).GetProperty("drift").ValueKind);
}
