using System.Text.Json.Serialization.Metadata;
using CsCheck;
using LiveQuality.Crawler.Exporting;
using LiveQuality.Crawler.Records;
using LiveQuality.Tests;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace LiveQuality.Crawler.Tests.Exporting;

public sealed class ParquetExportTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_EveryKindOfValue_ComesBackWithItsType()
    {
        var live = new Live
        {
            Id = "826534289034342401",
            ObservedAt = Noon.AddTicks(10),
            Subject = "=1+1 直播",
            CospeakerIds = ["a", "b"],
            Tags = [new Tag(105, "互联网")],
            StartsAt = new DateTimeOffset(2018, 1, 2, 11, 0, 0, TimeSpan.FromHours(8)),
            Purchasable = true,
            LikedNum = long.MaxValue,
            ReviewScore = 4.85,
        };

        var rows = await RoundTripAsync([live, new Live { Id = "b", ObservedAt = Noon, Version = 3 }], RecordJson.Relaxed.Live);

        Assert.Equal(RecordJson.Relaxed.Live.Properties.Select(property => property.Name), rows[0].Keys);
        Assert.Equal(("826534289034342401", "=1+1 直播"), (rows[0]["id"], rows[0]["subject"]));
        Assert.Equal(Noon.AddTicks(10).UtcDateTime, rows[0]["observedAt"]);
        Assert.Equal(new DateTime(2018, 1, 2, 3, 0, 0, DateTimeKind.Utc), rows[0]["startsAt"]);
        Assert.Equal((true, long.MaxValue, 4.85), (rows[0]["purchasable"], rows[0]["likedNum"], rows[0]["reviewScore"]));
        Assert.Equal("[\"a\",\"b\"]", rows[0]["cospeakerIds"]);
        Assert.Equal("[{\"id\":105,\"name\":\"互联网\"}]", rows[0]["tags"]);
        Assert.Equal(("b", 3), (rows[1]["id"], rows[1]["version"]));
        Assert.All(rows[1].Where(pair => pair.Key is not ("id" or "observedAt" or "version")), pair => Assert.Null(pair.Value));
    }

    [Fact]
    public async Task Write_Times_AreUtcTimestampsForOtherReaders()
    {
        await WriteAsync([new Live { Id = "a", ObservedAt = Noon }], RecordJson.Relaxed.Live);

        await using var file = await ParquetReader.CreateAsync(_folder.PathOf("a.parquet"), cancellationToken: TestContext.Current.CancellationToken);

        var times = Assert.IsType<DateTimeDataField>(file.Schema.DataFields.Single(field => field.Name == "startsAt"));
        Assert.Equal((true, DateTimeTimeUnit.Micros), (times.IsAdjustedToUTC, times.Unit));
    }

    [Fact]
    public async Task Write_BytesTimesAndParts_AreKept()
    {
        var model = new ModelRecord { Id = "m", Kind = "k", CreatedAt = Noon, Manifest = "{}", Weights = [1, 2, 255], WeightsSha256 = "0" };
        var host = new Host { Id = "h", Delay = TimeSpan.FromSeconds(1.5), Day = new DateOnly(2018, 1, 15) };
        var run = new Run
        {
            Id = "r",
            Command = "crawl",
            Trigger = "command",
            StartedAt = Noon,
            Inputs = new Dictionary<string, string>(),
            Counts = new Dictionary<string, long> { ["new"] = 3 },
            Outcome = "done",
        };

        Assert.Equal(new byte[] { 1, 2, 255 }, Assert.Single(await RoundTripAsync([model], RecordJson.Relaxed.ModelRecord))["weights"]);
        var hosts = Assert.Single(await RoundTripAsync([host], RecordJson.Relaxed.Host));
        Assert.Equal(("00:00:01.5000000", "2018-01-15", 0), (hosts["delay"], hosts["day"], hosts["requestsToday"]));
        Assert.Equal("{\"new\":3}", Assert.Single(await RoundTripAsync([run], RecordJson.Relaxed.Run))["counts"]);
    }

    [Fact]
    public async Task Write_MoreThanARowGroup_IsStreamedInSeveral()
    {
        Review[] reviews = [.. Enumerable.Range(0, 10_001).Select(number => Review(number, $"{number}"))];

        var rows = await RoundTripAsync(reviews, RecordJson.Relaxed.Review);

        Assert.Equal(reviews.Select(review => review.Id), rows.Select(row => (string)row["id"]!));
        await using var file = await ParquetReader.CreateAsync(_folder.PathOf("a.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, file.RowGroupCount);
    }

    [Fact]
    public async Task Write_LargeValues_EndARowGroupEarly()
    {
        await WriteAsync([.. Enumerable.Range(0, 3).Select(number => Review(number, new string('x', 9_000_000)))], RecordJson.Relaxed.Review);

        await using var file = await ParquetReader.CreateAsync(_folder.PathOf("a.parquet"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([2L, 1L], file.Metadata!.RowGroups.Select(group => group.NumRows));
    }

    [Fact]
    public async Task Write_NoRecords_HasTheColumnsAlone()
    {
        Assert.Empty(await RoundTripAsync<Live>([], RecordJson.Relaxed.Live));

        await using var file = await ParquetReader.CreateAsync(_folder.PathOf("a.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(RecordJson.Relaxed.Live.Properties.Count, file.Schema.DataFields.Length);
    }

    [Fact]
    public async Task Write_AnyTextsAndNumbers_ComeBack() => await Gen.Select(Gen.OneOf<string?>(null, string.Empty, "a", "直播", "\0", "line\r\nline"), Gen.Int.Nullable()).Array[1, 40].SampleAsync(
        async values =>
        {
            Review[] reviews = [.. values.Select((pair, number) => Review(number, pair.Item1) with { TicketId = pair.Item2 })];

            var rows = await RoundTripAsync(reviews, RecordJson.Relaxed.Review);

            Assert.Equal(values.Select(pair => pair.Item1), rows.Select(row => (string?)row["content"]));
            Assert.Equal(values.Select(pair => pair.Item2), rows.Select(row => (int?)row["ticketId"]));
        },
        iter: 200,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    private static Review Review(int number, string? content) => new() { Id = $"{number:D6}", ObservedAt = Noon, LiveId = "1", Score = 5, Content = content };

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> RoundTripAsync<T>(T[] records, JsonTypeInfo<T> json)
        where T : class
    {
        await WriteAsync(records, json);
        var cancel = TestContext.Current.CancellationToken;
        await using var file = await ParquetReader.CreateAsync(_folder.PathOf("a.parquet"), cancellationToken: cancel);
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        for (var number = 0; number < file.RowGroupCount; number++)
        {
            using var group = file.OpenRowGroupReader(number);
            var columns = new List<(string Name, IReadOnlyList<object?> Values)>();
            foreach (var field in file.Schema.DataFields)
            {
                columns.Add((field.Name, await ReadAsync(group, field, cancel)));
            }

            rows.AddRange(Enumerable.Range(0, (int)group.RowCount).Select(row => columns.ToDictionary(column => column.Name, column => column.Values[row])));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<object?>> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancel)
    {
        var type = field.ClrType;
        var count = (int)group.RowCount;
        // As the library names texts and bytes of a file.
        if (type == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[count];
            await group.ReadAsync(field, texts.AsMemory(), cancellationToken: cancel);
            return texts;
        }

        if (type == typeof(ReadOnlyMemory<byte>))
        {
            var blobs = new byte[]?[count];
            await group.ReadAsync(field, blobs.AsMemory(), cancellationToken: cancel);
            return blobs;
        }

        return type == typeof(bool) ? await ReadAsync<bool>(group, field, cancel)
            : type == typeof(int) ? await ReadAsync<int>(group, field, cancel)
            : type == typeof(long) ? await ReadAsync<long>(group, field, cancel)
            : type == typeof(double) ? await ReadAsync<double>(group, field, cancel)
            : await ReadAsync<DateTime>(group, field, cancel);
    }

    private static async Task<IReadOnlyList<object?>> ReadAsync<T>(ParquetRowGroupReader group, DataField field, CancellationToken cancel)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: cancel);
        return [.. values.Select(value => (object?)value)];
    }

    private async Task WriteAsync<T>(T[] records, JsonTypeInfo<T> json)
        where T : class
    {
        await using var file = File.Create(_folder.PathOf("a.parquet"));
        Assert.Equal(records.Length, await ParquetExport.WriteAsync(records.ToAsyncEnumerable(), json, file, TestContext.Current.CancellationToken));
        Assert.True(file.CanWrite);
    }
}
