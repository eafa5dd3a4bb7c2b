using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using LiveQuality.Crawler.Exporting;
using LiveQuality.Crawler.Importing;
using LiveQuality.Crawler.Records;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Exporting;

public sealed class ExportTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_AnyTexts_ComeBackAsTheyWereOrDefused() => await Gen.Char["ab,;\"'\r\n\t =+-@#直𠮷"].Array[0, 12].Select(c => new string(c)).Array[1, 6].SampleAsync(
        async texts =>
        {
            Review[] reviews = [.. texts.Select(t => t.Replace("\ud842", "x", StringComparison.Ordinal).Replace("\udfb7", "y", StringComparison.Ordinal)).Select((t, i) => Review(i) with { Content = t })];
            using var output = new MemoryStream();
            await CsvExport.WriteAsync(Stream(reviews), RecordJson.Relaxed.Review, output, TestContext.Current.CancellationToken);

            using var table = CsvTable.Open(_folder.Write("a.csv", output.ToArray()));
            var read = table.ReadRows(TestContext.Current.CancellationToken).Select(r => r.Cells.GetValueOrDefault("content", string.Empty)).ToList();

            Assert.Equal(reviews.Select(r => Defused(r.Content!)), read);
        },
        iter: 500,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    [Fact]
    public async Task Csv_AnyRecord_HasTheTypesColumnsInOrder()
    {
        var none = await CsvAsync<Live>([], RecordJson.Relaxed.Live);
        var one = await CsvAsync([new Live { Id = "826534289034342401", ObservedAt = Noon }], RecordJson.Relaxed.Live);

        Assert.StartsWith("\uFEFFid,observedAt,version,subject,", none, StringComparison.Ordinal);
        Assert.Single(none.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(none, one, StringComparison.Ordinal);
        Assert.Equal(RecordJson.Relaxed.Live.Properties.Count, none.Split(',').Length);
    }

    [Fact]
    public async Task Csv_EveryKindOfValue_IsFlat()
    {
        var live = new Live
        {
            Id = "826534289034342401",
            ObservedAt = Noon.AddMilliseconds(5),
            Subject = "=HYPERLINK(\"http://127.0.0.1\")",
            Description = "－全角",
            CospeakerIds = ["a", "b"],
            Tags = [new Tag(105, "互联网"), new Tag(201, "科学技术")],
            StartsAt = new DateTimeOffset(2018, 1, 2, 11, 0, 0, TimeSpan.FromHours(8)),
            Purchasable = true,
            LikedNum = -1,
            ReviewScore = 4.85,
        };
        var cells = await CellsAsync(live, RecordJson.Relaxed.Live);

        Assert.Equal("826534289034342401", cells["id"]);
        Assert.Equal("2018-01-15T12:00:00.005Z", cells["observedAt"]);
        Assert.Equal("'=HYPERLINK(\"http://127.0.0.1\")", cells["subject"]);
        Assert.Equal("'－全角", cells["description"]);
        Assert.Equal("a|b", cells["cospeakerIds"]);
        Assert.Equal("id=105;name=互联网|id=201;name=科学技术", cells["tags"]);
        Assert.Equal("2018-01-02T03:00:00Z", cells["startsAt"]);
        Assert.Equal(("true", "-1", "4.85"), (cells["purchasable"], cells["likedNum"], cells["reviewScore"]));
        Assert.False(cells.ContainsKey("reviewCount"));
    }

    [Fact]
    public async Task Csv_DictionariesAndBytes_AreText()
    {
        var run = new Run
        {
            Id = "r",
            Command = "crawl",
            Trigger = "command",
            StartedAt = Noon,
            Inputs = new Dictionary<string, string> { ["source"] = "=1+1" },
            Counts = new Dictionary<string, long> { ["new"] = 3, ["same"] = 4 },
            Outcome = "done",
        };
        var model = new ModelRecord { Id = "m", Kind = "k", CreatedAt = Noon, Manifest = "{}", Weights = [1, 2, 255], WeightsSha256 = "0" };

        Assert.Equal("new=3;same=4", (await CellsAsync(run, RecordJson.Relaxed.Run))["counts"]);
        Assert.Equal("source==1+1", (await CellsAsync(run, RecordJson.Relaxed.Run))["inputs"]);
        Assert.Equal("AQL/", (await CellsAsync(model, RecordJson.Relaxed.ModelRecord))["weights"]);
    }

    [Fact]
    public async Task Csv_MoreThanABatch_HasOneHeaderAndOneByteOrderMark()
    {
        var text = await CsvAsync([.. Enumerable.Range(0, 1234).Select(Review)], RecordJson.Relaxed.Review);

        Assert.Equal(1235, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, text.LastIndexOf('\uFEFF'));
    }

    [Fact]
    public async Task Jsonl_Records_ComeBackTheSame()
    {
        Review[] reviews = [Review(1) with { Content = "第一行\n第二行\r\n\u2028“引号”" }, Review(2)];
        using var output = new MemoryStream();

        var count = await JsonlExport.WriteAsync(Stream(reviews), RecordJson.Relaxed.Review, output, TestContext.Current.CancellationToken);

        var lines = JsonlFile.ReadLines(_folder.Write("a.jsonl", output.ToArray()), TestContext.Current.CancellationToken).ToList();
        Assert.Equal(2, count);
        Assert.Equal(reviews, lines.Select(l => JsonSerializer.Deserialize(l.Text, RecordJson.Relaxed.Review)!));
        Assert.Contains("第一行", lines[0].Text, StringComparison.Ordinal);
    }

    private static Review Review(int number) => new() { Id = $"90000000000000000{number}", ObservedAt = Noon, LiveId = "1", Score = 5 };

    private static string Defused(string text) => text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static async Task<string> CsvAsync<T>(T[] records, JsonTypeInfo<T> json)
        where T : class
    {
        using var output = new MemoryStream();
        Assert.Equal(records.Length, await CsvExport.WriteAsync(Stream(records), json, output, TestContext.Current.CancellationToken));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task<IReadOnlyDictionary<string, string>> CellsAsync<T>(T record, JsonTypeInfo<T> json)
        where T : class
    {
        using var table = CsvTable.Open(_folder.Write("a.csv", await CsvAsync([record], json)));
        return Assert.Single(table.ReadRows(TestContext.Current.CancellationToken)).Cells;
    }

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> records)
    {
        foreach (var record in records)
        {
            await Task.Yield();
            yield return record;
        }
    }
}
