using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

public sealed class OutputTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 9, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = new SqliteStore(_folder.PathOf("data.db"), TimeProvider.System);
        await store.OpenAsync(cancel);
        await store.UpsertAsync(
            Collections.Lives,
            [Live("931931047977775347", "读书，[从头]开始", 12, 4.5), Live("931931047977775349", "=HYPERLINK(1)", 0, null)],
            cancel);
        await store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = Noon, Name = "某人" }], cancel);
        await store.UpsertAsync(Collections.Scores, [Score("931931047977775347", 4.25), Score("931931047977775349", 4.75)], cancel);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Scores_AsJson_AreSortedBestFirstWithExactIds()
    {
        var ended = await RunAsync("scores", "--format", "json");

        var scores = JsonDocument.Parse(ended.Output).RootElement.GetProperty("scores");
        Assert.Equal(["931931047977775349", "931931047977775347"], scores.EnumerateArray().Select(s => s.GetProperty("liveId").GetString()));
        Assert.Equal("某人", scores[0].GetProperty("speaker").GetString());
    }

    [Fact]
    public async Task Scores_AsTable_ShowTitlesAsTheyAre()
    {
        var ended = await RunAsync("scores", "--top", "5");

        Assert.Contains("读书，[从头]开始", ended.Output, StringComparison.Ordinal);
        Assert.Contains("4.75", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_OfOneLive_AreItsAlone()
    {
        var ended = await RunAsync("scores", "--live", "931931047977775347", "--format", "csv");

        Assert.Equal(2, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("931931047977775347", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--text 读书", "931931047977775347")]
    [InlineData("--max-score 4.5", "931931047977775347")]
    [InlineData("--speaker s --sort score", "931931047977775347 931931047977775349")]
    [InlineData("--sort -reviews --top 1", "931931047977775347")]
    [InlineData("--tag nothing", "")]
    public async Task Scores_Filtered_AreTheseAlone(string filter, string expected)
    {
        var ended = await RunAsync(["scores", "--format", "ndjson", .. filter.Split(' ')]);

        Assert.Equal(0, ended.ExitCode);
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("liveId").GetString()));
    }

    [Fact]
    public async Task Scores_AsParquet_AreAFileWithTheirColumns()
    {
        var ended = await RunAsync("scores", "--format", "parquet", "--out", "scores.parquet");

        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Output));
        await using var file = await Parquet.ParquetReader.CreateAsync(_folder.PathOf("scores.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, file.Metadata!.NumRows);
        Assert.Equal(OutputJson.Lines.ScoredLive.Properties.Select(property => property.Name), file.Schema.DataFields.Select(field => field.Name));
    }

    [Fact]
    public async Task Scores_IntoAFile_AreWhatGoesToStandardOutput()
    {
        var shown = await RunAsync("scores", "--format", "json");
        var written = await RunAsync("scores", "--format", "json", "--out", "scores.json");

        Assert.Equal(string.Empty, written.Output);
        Assert.Equal(shown.Output, await File.ReadAllTextAsync(_folder.PathOf("scores.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_EveryCollectionAsParquet_HasAllItsRecords()
    {
        foreach (var name in ExportStep.Names)
        {
            var ended = await RunAsync("export", "--collection", name, "--format", "parquet", "--out", $"{name}.parquet");

            Assert.True(ended.ExitCode == 0, ended.Errors);
            await using var file = await Parquet.ParquetReader.CreateAsync(_folder.PathOf($"{name}.parquet"), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(name switch { "lives" or "scores" => 2, "speakers" => 1, _ => 0 }, file.Metadata!.NumRows);
        }
    }

    [Fact]
    public async Task Export_AsJsonl_GivesBackWhatIsStored()
    {
        var ended = await RunAsync("export", "--collection", "lives", "--format", "jsonl", "--out", "lives.jsonl");

        Assert.Equal(0, ended.ExitCode);
        var lines = await File.ReadAllLinesAsync(_folder.PathOf("lives.jsonl"), TestContext.Current.CancellationToken);
        var lives = lines.Select(line => JsonSerializer.Deserialize(line, RecordJson.Relaxed.Live)!).ToList();
        Assert.Equal(["931931047977775347", "931931047977775349"], lives.Select(l => l.Id));
        Assert.Equal("读书，[从头]开始", lives[0].Subject);
    }

    [Fact]
    public async Task Export_AsCsv_OpensInExcelAndRunsNoFormula()
    {
        await RunAsync("export", "--collection", "lives", "--format", "csv", "--out", "lives.csv");

        var bytes = await File.ReadAllBytesAsync(_folder.PathOf("lives.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains("'=HYPERLINK(1)", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_ForPeople_CountsEveryCollection()
    {
        var ended = await RunAsync("status");

        Assert.All(Collections.Names, name => Assert.Contains(name, ended.Output, StringComparison.Ordinal));
    }

    private static Live Live(string id, string subject, int reviews, double? score) =>
        new() { Id = id, ObservedAt = Noon, Subject = subject, SpeakerId = "s", ReviewCount = reviews, ReviewScore = score };

    private static Score Score(string id, double value) => new() { Id = id, ModelId = "m", Value = value, ScoredAt = Noon };

    private Task<Program.Ended> RunAsync(params string[] arguments) => new Program(_folder.PathOf(".")).RunAsync([.. arguments, "--store", "sqlite:data.db"]);
}
