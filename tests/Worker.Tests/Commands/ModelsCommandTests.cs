using System.Text.Json;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>Which model scores, as a person sees and changes it.</summary>
public sealed class ModelsCommandTests : IClassFixture<TrainedStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TrainedStore _trained;

    public ModelsCommandTests(TrainedStore trained)
    {
        _trained = trained;
        trained.CopyTo(_folder);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_FirstModel_IsPromotedAndTheNextOneIsCompared()
    {
        var (first, second) = (_trained.Published.GetProperty("promotion"), _trained.Grown.GetProperty("promotion"));

        Assert.StartsWith("mtb-dnn-2019-", _trained.PublishedId, StringComparison.Ordinal);
        Assert.Matches("^mtb-dnn-[0-9a-f]{12}$", _trained.GrownId);
        Assert.True(first.GetProperty("promote").GetBoolean());
        Assert.Equal("promoted: there is no champion yet", first.GetProperty("reason").GetString());
        Assert.Equal(100, second.GetProperty("rows").GetInt32());
        Assert.True(second.GetProperty("slices").GetArrayLength() > 3);
        Assert.Matches("^(promoted|kept champion): ", second.GetProperty("reason").GetString());
        Assert.True(_trained.Grown.GetProperty("holdout").GetProperty("model").GetProperty("mae").GetDouble() < _trained.Grown.GetProperty("holdout").GetProperty("trainingMean").GetProperty("mae").GetDouble());
    }

    [Fact]
    public async Task List_AsJson_HasTheNewestFirstAndOneChampion()
    {
        var models = (await RunJsonAsync("models", "list")).GetProperty("models").EnumerateArray().ToArray();

        Assert.Equal([_trained.GrownId, _trained.PublishedId], models.Select(model => model.GetProperty("id").GetString()));
        Assert.Single(models, model => Text(model, "alias") == "champion");
        Assert.All(models, model =>
        {
            Assert.Matches("^[0-9a-f]{64}$", model.GetProperty("weightsSha256").GetString());
            Assert.NotEmpty(Text(model, "verdict")!);
            Assert.NotEmpty(Text(model, "codeVersion")!);
            Assert.True(model.GetProperty("createdAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        });
    }

    [Fact]
    public async Task Show_AsJson_HasTheManifest()
    {
        var champion = await RunJsonAsync("models", "show");
        var grown = await RunJsonAsync("models", "show", _trained.GrownId);

        Assert.Equal("champion", Text(champion.GetProperty("model"), "alias"));
        Assert.Equal(_trained.GrownId, Text(grown.GetProperty("model"), "id"));
        Assert.Equal("mtb-dnn", Text(grown.GetProperty("manifest"), "kind"));
        Assert.Equal(100, grown.GetProperty("manifest").GetProperty("trainingRows").GetInt32());
        Assert.InRange(grown.GetProperty("manifest").GetProperty("warm").GetProperty("coverage").GetProperty("share").GetDouble(), 0.5, 1);
    }

    [Fact]
    public async Task ListAndShow_ForPeople_NameTheModels()
    {
        var (list, show) = (await RunAsync("models", "list"), await RunAsync("models", "show", _trained.PublishedId));

        Assert.Contains("champion", list.Output, StringComparison.Ordinal);
        Assert.Contains(_trained.PublishedId, show.Output, StringComparison.Ordinal);
        Assert.Contains("\"dataSha256\"", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PromoteAndRollBack_ChangeWhoScores()
    {
        await RunJsonAsync("models", "promote", _trained.PublishedId);
        var promoted = await RunJsonAsync("models", "promote", _trained.GrownId);
        var score = await RunJsonAsync("score");
        var again = await RunJsonAsync("train");
        var back = await RunJsonAsync("models", "rollback");
        var older = await RunJsonAsync("score");
        var forth = await RunJsonAsync("models", "rollback");
        var status = await RunJsonAsync("status");

        Assert.Equal((_trained.GrownId, "champion", "promoted by hand"), (Text(promoted, "id"), Text(promoted, "alias"), Text(promoted, "verdict")));
        Assert.Equal((_trained.GrownId, _trained.PublishedId), (Text(score, "modelId"), Text(older, "modelId")));
        Assert.Equal((_trained.GrownId, false, null), (Text(again, "modelId"), again.GetProperty("isNew").GetBoolean(), Text(again, "promotion")));
        Assert.Equal((_trained.PublishedId, $"rolled back from {_trained.GrownId}"), (Text(back, "id"), Text(back, "verdict")));
        Assert.Equal(_trained.GrownId, Text(forth, "id"));
        Assert.Equal(_trained.GrownId, Text(status.GetProperty("champion"), "id"));
    }

    [Fact]
    public async Task Scores_OfTheGrownModel_HaveIntervalAndBasis()
    {
        await RunJsonAsync("score", "--model", _trained.GrownId);
        var scores = (await RunAsync("scores", "--format", "json")).Output;

        Assert.All(JsonDocument.Parse(scores).RootElement.GetProperty("scores").EnumerateArray(), score =>
        {
            var value = score.GetProperty("score").GetDouble();
            Assert.InRange(score.GetProperty("low").GetDouble(), 1, value);
            Assert.InRange(score.GetProperty("high").GetDouble(), value, 5);
            Assert.Equal("warm", Text(score, "basis"));
            Assert.InRange(score.GetProperty("evidenceWeight").GetDouble(), 0, 1);
        });
    }

    [Fact]
    public async Task Retrain_SameData_IsTheSameToTheBitAndStoresNothing()
    {
        foreach (var id in new[] { _trained.PublishedId, _trained.GrownId })
        {
            var report = await RunJsonAsync("models", "retrain", id);

            Assert.Equal((id, id, true), (Text(report, "modelId"), Text(report, "retrainedId"), report.GetProperty("identical").GetBoolean()));
        }

        Assert.Equal(2, (await RunJsonAsync("models", "list")).GetProperty("models").GetArrayLength());
    }

    [Fact]
    public async Task Retrain_DataHaveChanged_IsRefusedInOneLine()
    {
        await TrainedStore.AddLivesAsync(_folder.PathOf("data.db"), from: 1000, count: 2);

        var ended = await RunAsync("models", "retrain", _trained.GrownId);

        Assert.Equal(1, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains($"livequality: the data have changed since {_trained.GrownId} was trained", ended.Errors, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private Task<Program.Ended> RunAsync(params string[] arguments) => new Program(_folder.PathOf(".")).RunAsync([.. arguments, "--store", "sqlite:data.db"]);

    private async Task<JsonElement> RunJsonAsync(params string[] arguments)
    {
        var ended = await RunAsync([.. arguments, "--json"]);
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }
}
