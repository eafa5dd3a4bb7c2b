using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class FieldCountsTests
{
    private static readonly string[] LaterKeys =
        ["reply_message_count", "is_refundable", "has_authenticated", "speaker_audio_message_count", "attachment_count", "is_commercial", "audition_message_count", "has_audition"];

    [Fact]
    public void Known_KeysOf2017_LacksOnlyTheLaterOnes()
    {
        var counts = Count(Wire.Live());

        Assert.All(LaterKeys, key => Assert.Equal(1, Field(counts, key).Missing));
        AssertCount(counts, "review", present: 1, missing: 0, nulls: 0);
        Assert.Equal(41, counts.Known.Count(field => field.Present == 1 && !field.Field.Contains('.', StringComparison.Ordinal)));
        Assert.Empty(counts.Unknown);
    }

    [Fact]
    public void Known_LaterKeys_ArePresentAndNotUnknown()
    {
        var counts = Count(Wire.Live(live =>
        {
            foreach (var key in LaterKeys)
            {
                live[key] = 1;
            }
        }));

        Assert.All(LaterKeys, key => Assert.Equal(1, Field(counts, key).Present));
        Assert.Empty(counts.Unknown);
    }

    [Fact]
    public void Known_NullInsideAnObject_IsPresentAndNull()
    {
        var counts = Count(Wire.Live(live => live["speaker"]!["member"]!["gender"] = null), Wire.Live());

        AssertCount(counts, "speaker.member.gender", present: 2, missing: 0, nulls: 1);
        AssertCount(counts, "speaker.member.badge", present: 0, missing: 2, nulls: 0);
    }

    [Fact]
    public void Known_FieldsInAList_AreCountedPerElement()
    {
        var counts = Count(Wire.Live(live => live["tags"]!.AsArray().Add(new JsonObject { ["id"] = 102 })), Wire.Live(live => live.Remove("tags")));

        AssertCount(counts, "tags", present: 1, missing: 1, nulls: 0);
        AssertCount(counts, "tags.name", present: 1, missing: 1, nulls: 0);
    }

    [Fact]
    public void Unknown_NewKeys_AreCountedByPath()
    {
        var counts = Count(Wire.Live(live =>
        {
            live["brand_new"] = new JsonObject { ["inside"] = 1 };
            live["seats"]!["vip"] = 3;
        }));

        Assert.Equal(["brand_new", "seats.vip"], counts.Unknown.Select(key => key.Field).Order(StringComparer.Ordinal));
        Assert.All(counts.Unknown, key => Assert.Equal((1, 1), (key.Present, key.Objects)));
    }

    [Fact]
    public void Unknown_AFloodOfKeys_StaysBounded()
    {
        var counts = Count(Wire.Live(live =>
        {
            foreach (var i in Enumerable.Range(0, 5_000))
            {
                live[$"key{i}"] = i;
            }

            live[new string('x', 10_000)] = 1;
        }));

        Assert.InRange(counts.Unknown.Count, 1, 300);
        Assert.Equal(5_001, counts.Unknown.Sum(key => key.Present));
        Assert.Equal(FieldCounts.OtherKeys, counts.Unknown[^1].Field);
        Assert.True(counts.Unknown[^1].Present > 1);
    }

    [Fact]
    public void Add_TwoPages_EqualsOnePageOfBoth()
    {
        JsonObject New() => Wire.Live(live => live["brand_new"] = 1);
        var sum = Count(Wire.Live());

        sum.Add(Count(New()));

        var both = Count(Wire.Live(), New());
        Assert.Equivalent(both.Known, sum.Known, strict: true);
        Assert.Equivalent(both.Unknown, sum.Unknown, strict: true);
        Assert.Equal(2, sum.Items);
    }

    [Fact]
    public void Add_AnotherKind_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Count(Wire.Live()).Add(ReviewPage.Parse(Wire.Page(Wire.Review())).Value!.Fields));

    [Fact]
    public void Types_OfAValue_AreJsonsOwn()
    {
        var counts = Count(
            Wire.Live(live => live["duration"] = "3600"),
            Wire.Live(live => live["duration"] = null),
            Wire.Live(live => live["speaker"] = new JsonArray()),
            Wire.Live(live => live["purchasable"] = 1),
            Wire.Live(live => live["brand_new"] = true));

        Assert.Equal(Types(("null", 1), ("number", 3), ("string", 1)), Field(counts, "duration").Types.OrderBy(type => type.Key));
        Assert.Equal(Types(("array", 1), ("object", 4)), Field(counts, "speaker").Types.OrderBy(type => type.Key));
        Assert.Equal(Types(("bool", 4), ("number", 1)), Field(counts, "purchasable").Types.OrderBy(type => type.Key));
        Assert.Equal(Types(("bool", 1)), Assert.Single(counts.Unknown).Types);
    }

    [Theory]
    [InlineData("\u009b2J")]
    [InlineData("a\u202eb")]
    [InlineData("seats.vip")]
    public void Unknown_AKeyThatSteersATerminalOrReadsAsAPath_IsCountedWithoutItsName(string key)
    {
        var counts = LivePage.Parse(Encoding.UTF8.GetBytes($$"""{"data":[{"id":"1","{{key}}":1}]}""")).Value!.Fields;

        Assert.Equal(FieldCounts.OtherKeys, Assert.Single(counts.Unknown).Field);
    }

    [Fact]
    public void Known_AKeyTwiceInOneObject_IsNeverMissingLessThanZeroTimes()
    {
        var counts = LivePage.Parse("""{"data":[{"id":"1","id":"1"}]}"""u8.ToArray()).Value!.Fields;

        AssertCount(counts, "id", present: 2, missing: 0, nulls: 0);
    }

    private static KeyValuePair<string, long>[] Types(params (string Name, long Count)[] types) =>
        [.. types.Select(type => KeyValuePair.Create(type.Name, type.Count))];

    private static void AssertCount(FieldCounts counts, string field, long present, long missing, long nulls)
    {
        var count = Field(counts, field);
        Assert.Equal((present, missing, nulls), (count.Present, count.Missing, count.Null));
    }

    private static FieldCounts Count(params JsonNode[] lives) => LivePage.Parse(Wire.Page(lives)).Value!.Fields;

    private static FieldCount Field(FieldCounts counts, string field) => counts.Known.Single(count => count.Field == field);
}
