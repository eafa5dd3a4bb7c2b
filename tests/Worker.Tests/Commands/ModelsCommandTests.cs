using System.Text.Json;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>Which model scores, as a person sees and changes it.</summary>
public sealed class ModelsCommandTests(TrainedStore trained) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => await trained.CopyToAsync(_folder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Train_FirstModel_IsPromotedAndTheNextOneIsCompared()
    {
        var (first, second) = (trained.Published.GetProperty("promotion"), trained.Grown.GetProperty("promotion"));

        Assert.StartsWith("mtb-dnn-2019-", trained.PublishedId, StringComparison.Ordinal);
        Assert.Matches("^mtb-dnn-[0-9a-f]{12}$", trained.GrownId);
        Assert.True(first.GetProperty("promote").GetBoolean());
        Assert.Equal("promoted: there is no champion yet", first.GetProperty("reason").GetString());
        Assert.Equal(100, second.GetProperty("rows").GetInt32());
        Assert.True(second.GetProperty("slices").GetArrayLength() > 3);
        Assert.Matches("^(promoted|kept champion): ", second.GetProperty("reason").GetString());
        Assert.True(trained.Grown.GetProperty("holdout").GetProperty("model").GetProperty("mae").GetDouble() < trained.Grown.GetProperty("holdout").GetProperty("trainingMean").GetProperty("mae").GetDouble());
    }

    [Fact]
    public async Task List_AsJson_HasTheNewestFirstAndOneChampion()
    {
        var models = (await RunJsonAsync("models", "list")).GetProperty("models").EnumerateArray().ToArray();

        Assert.Equal([trained.GrownId, trained.PublishedId], models.Select(model => model.GetProperty("id").GetString()));
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
        var grown = await RunJsonAsync("models", "show", trained.GrownId);

        Assert.Equal("champion", Text(champion.GetProperty("model"), "alias"));
        Assert.Equal(trained.GrownId, Text(grown.GetProperty("model"), "id"));
        Assert.Equal("mtb-dnn", Text(grown.GetProperty("manifest"), "kind"));
        Assert.Equal(100, grown.GetProperty("manifest").GetProperty("trainingRows").GetInt32());
        Assert.InRange(grown.GetProperty("manifest").GetProperty("warm").GetProperty("coverage").GetProperty("share").GetDouble(), 0.5, 1);
    }

    [Fact]
    public async Task ListAndShow_ForPeople_NameTheModels()
    {
        var (list, show) = (await RunAsync("models", "list"), await RunAsync("models", "show", trained.PublishedId));

        Assert.Contains("champion", list.Output, StringComparison.Ordinal);
        Assert.Contains(trained.PublishedId, show.Output, StringComparison.Ordinal);
        Assert.Contains("\"dataSha256\"", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PromoteAndRollBack_ChangeWhoScores()
    {
        await RunJsonAsync("models", "promote", trained.PublishedId);
        var promoted = await RunJsonAsync("models", "promote", trained.GrownId);
        var score = await RunJsonAsync("score");
        var again = await RunJsonAsync("train");
        var back = await RunJsonAsync("models", "rollback");
        var older = await RunJsonAsync("score");
        var forth = await RunJsonAsync("models", "rollback");
        var status = await RunJsonAsync("status");

        Assert.Equal((trained.GrownId, "champion", "promoted by hand"), (Text(promoted, "id"), Text(promoted, "alias"), Text(promoted, "verdict")));
        Assert.Equal((trained.GrownId, trained.PublishedId), (Text(score, "modelId"), Text(older, "modelId")));
        Assert.Equal((trained.GrownId, false, null), (Text(again, "modelId"), again.GetProperty("isNew").GetBoolean(), Text(again, "promotion")));
        Assert.Equal((trained.PublishedId, $"rolled back from {trained.GrownId}"), (Text(back, "id"), Text(back, "verdict")));
        Assert.Equal(trained.GrownId, Text(forth, "id"));
        Assert.Equal(trained.GrownId, Text(status.GetProperty("champion"), "id"));
    }

    [Fact]
    public async Task Scores_OfTheGrownModel_HaveIntervalAndBasis()
    {
        await RunJsonAsync("score", "--model", trained.GrownId);
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
        foreach (var id in new[] { trained.PublishedId, trained.GrownId })
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

        var ended = await RunAsync("models", "retrain", trained.GrownId);

        Assert.Equal(1, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains($"livequality: the data have changed since {trained.GrownId} was trained", ended.Errors, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private Program Program => new(_folder.PathOf(".")) { IsAsShipped = true };

    private Task<Program.Ended> RunAsync(params string[] arguments) => Program.RunAsync([.. arguments, "--store", "sqlite:data.db"]);

    private Task<JsonElement> RunJsonAsync(params string[] arguments) => Program.RunJsonAsync([.. arguments, "--store", "sqlite:data.db"]);
}
