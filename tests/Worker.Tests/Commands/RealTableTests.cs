using System.Text.Json;
using LiveQuality.Crawler.Importing;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>The way of the study's table, as a person runs it.</summary>
public sealed class RealTableTests : IDisposable
{
    private readonly string _table = RealData.Path("ZhihuLiveDB-2018-01.xlsx");
    private readonly TemporaryFolder _folder = new();
    private readonly Program _program;
    private readonly string _store;

    public RealTableTests() => (_program, _store) = (new Program(_folder.PathOf(".")), $"sqlite:{_folder.PathOf("data.db")}");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfTheRealTable_KeepsEveryIdAndTwiceChangesNothing()
    {
        var first = await _program.RunJsonAsync("import", _table, "--store", _store);
        var before = await _program.CountsAsync(_store);
        var second = await _program.RunJsonAsync("import", _table, "--store", _store);
        var after = await _program.CountsAsync(_store);

        Assert.Equal(5439, first.GetProperty("lives").GetProperty("added").GetInt32());
        Assert.Equal(5439, second.GetProperty("lives").GetProperty("unchanged").GetInt32());
        Assert.Equal(before.Where(c => c.Key != "runs"), after.Where(c => c.Key != "runs"));
        Assert.Equal(0, after["observations"]);
        Assert.Equal(0, after["quarantine"]);
        using var sheet = XlsxTable.Open(_table);
        var ids = sheet.ReadRows(TestContext.Current.CancellationToken).Select(row => row.Cells["live_id"]).Order(StringComparer.Ordinal).ToList();
        var export = await _program.RunAsync("export", "--collection", "lives", "--store", _store);
        Assert.Equal(ids, export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task TrainAndScore_OnTheRealTable_BeatTheMeanOnUnseenSpeakersAndSpreadTheScores()
    {
        await _program.RunJsonAsync("import", _table, "--store", _store);

        // All passes of the published network; what the default model is worth on this table, JanuaryScoresTests says.
        var train = await new Program(_folder.PathOf(".")) { IsAsShipped = true }.RunJsonAsync("train", "--regressor", "mtb-dnn-2019", "--store", _store);
        var score = await _program.RunJsonAsync("score", "--store", _store);

        var holdout = train.GetProperty("holdout");
        Assert.Equal(2863, train.GetProperty("trainingRows").GetInt32());
        Assert.True(holdout.GetProperty("model").GetProperty("mae").GetDouble() < holdout.GetProperty("trainingMean").GetProperty("mae").GetDouble());
        Assert.Equal(5439, score.GetProperty("scores").GetProperty("added").GetInt32());
        Assert.True(score.GetProperty("highest").GetDouble() - score.GetProperty("lowest").GetDouble() > 0.5);
    }
}
