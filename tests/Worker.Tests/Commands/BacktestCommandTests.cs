using System.Globalization;
using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

public sealed class BacktestCommandTests : IDisposable
{
    private const int Old = 120;
    private const int New = 30;
    private static readonly string[] Keys = ["n", "nShown", "shown", "prior", "posterior", "coverage90"];

    private readonly TemporaryFolder _folder = new();

    public BacktestCommandTests()
    {
        _folder.Write("then.csv", Table(Old, isThen: true));
        _folder.Write("later.csv", Table(Old + New, isThen: false));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backtest_AsJson_PrintsOneDocumentWithBothGroupsAndTheirBands_AndTouchesNoStore()
    {
        var ended = await RunAsync("--then", "then.csv", "--later", "later.csv", "--seed", "7", "--json");

        Assert.Equal((0, string.Empty), (ended.ExitCode, string.Join('\n', ended.Errors.Split('\n').Where(line => line.StartsWith("livequality:", StringComparison.Ordinal)))));
        using var document = JsonDocument.Parse(ended.Output);
        var (report, few, coming) = (document.RootElement, document.RootElement.GetProperty("fewThenManyLater"), document.RootElement.GetProperty("newLives"));
        Assert.Equal(("then.csv", "later.csv", 7), (report.GetProperty("then").GetProperty("file").GetString(), report.GetProperty("later").GetProperty("file").GetString(), report.GetProperty("seed").GetInt32()));
        Assert.Equal([.. Keys, "whereShown", "bands"], Names(few));
        Assert.Equal(Names(few), Names(coming));
        Assert.Equal(["none", "5-9", "10-17"], Names(few.GetProperty("bands")));
        Assert.All(few.GetProperty("bands").EnumerateObject(), band => Assert.Equal(Keys, Names(band.Value)));
        Assert.Equal(["mae", "rmse"], Names(few.GetProperty("posterior")));
        Assert.Equal((Old / 4, New), (few.GetProperty("n").GetInt32(), coming.GetProperty("n").GetInt32()));
        Assert.Equal(JsonValueKind.Null, coming.GetProperty("shown").ValueKind);
        Assert.InRange(few.GetProperty("coverage90").GetDouble(), 0, 1);
        Assert.False(Directory.Exists(_folder.PathOf("data")));
    }

    [Fact]
    public async Task Backtest_ForPeople_ShowsTheBandsBesideEachOther()
    {
        var ended = await RunAsync("--then", "then.csv", "--later", "later.csv");

        Assert.Equal(0, ended.ExitCode);
        Assert.All(["few then, many later", "new lives", "shown MAE/RMSE", "prior MAE/RMSE", "posterior MAE/RMSE", "none", "5-9", "10-17", "all with a mean"], text => Assert.Contains(text, ended.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("then.csv", "then.csv", "no live of then.csv had fewer than 18 reviews and 18 or more in then.csv, and no live that is new there has as many")]
    [InlineData("missing.xlsx", "later.csv", "missing.xlsx: no such file")]
    [InlineData("then.csv", "missing.txt", "missing.txt: ")]
    [InlineData("text.csv", "later.csv", "text.csv, row 1: there is no column live_id or id")]
    [InlineData("few.csv", "later.csv", "few.csv: training needs at least 30 lives of 10 speakers")]
    public async Task Backtest_OfWhatCannotBeCompared_IsOneLineAndExitCodeOne(string then, string later, string expected)
    {
        _folder.Write("text.csv", "a,b\n1,2\n");
        _folder.Write("few.csv", Table(12, isThen: true));

        var ended = await RunAsync("--then", then, "--later", later, "--json");

        Assert.Equal((1, string.Empty), (ended.ExitCode, ended.Output));
        Assert.StartsWith("livequality: ", ended.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ended.Errors.Count(character => character == '\n'));
    }

    // Every fourth of the old lives had few reviews then.
    private static string Table(int rows, bool isThen)
    {
        string[] columns = ["live_id", "speaker_url", "starts_at", .. StudyFeatures.All, "review_score"];
        var lines = Enumerable.Range(0, rows).Select(number =>
        {
            var chance = new Random(number);
            var reviews = isThen && number % 4 == 0 ? number / 4 % 18 : 18 + (number % 30);
            var price = chance.Next(50);
            var score = reviews < 5 ? 0 : 4.8 - (price / 50.0) - (0.3 * chance.NextDouble());
            return string.Join(',', columns.Select(column => column switch
            {
                "live_id" => $"{900_000_000_000_000_000 + number}",
                "speaker_url" => $"speaker-{number % 20}",
                "starts_at" => $"{1_480_000_000 + (number * 3600)}",
                "review_score" => score.ToString("0.000", CultureInfo.InvariantCulture),
                StudyFeatures.ReviewCount => $"{reviews}",
                "amount" => $"{100 * price}",
                _ => $"{chance.Next(10)}",
            }));
        });
        return string.Join('\n', lines.Prepend(string.Join(',', columns))) + "\n";
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private Task<Program.Ended> RunAsync(params string[] arguments) => new Program(_folder.PathOf(".")).RunAsync(["backtest", .. arguments]);
}
