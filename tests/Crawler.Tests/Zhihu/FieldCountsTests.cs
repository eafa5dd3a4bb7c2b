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
        Assert.Equal(new FieldCount("review", Present: 1, Missing: 0, Null: 0), Field(counts, "review"));
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

        Assert.Equal(new FieldCount("speaker.member.gender", Present: 2, Missing: 0, Null: 1), Field(counts, "speaker.member.gender"));
        Assert.Equal(new FieldCount("speaker.member.badge", Present: 0, Missing: 2, Null: 0), Field(counts, "speaker.member.badge"));
    }

    [Fact]
    public void Known_FieldsInAList_AreCountedPerElement()
    {
        var counts = Count(Wire.Live(live => live["tags"]!.AsArray().Add(new JsonObject { ["id"] = 102 })), Wire.Live(live => live.Remove("tags")));

        Assert.Equal(new FieldCount("tags", Present: 1, Missing: 1, Null: 0), Field(counts, "tags"));
        Assert.Equal(new FieldCount("tags.name", Present: 1, Missing: 1, Null: 0), Field(counts, "tags.name"));
    }

    [Fact]
    public void Unknown_NewKeys_AreCountedByPath()
    {
        var counts = Count(Wire.Live(live =>
        {
            live["brand_new"] = new JsonObject { ["inside"] = 1 };
            live["seats"]!["vip"] = 3;
        }));

        Assert.Equal(new Dictionary<string, long> { ["seats.vip"] = 1, ["brand_new"] = 1 }, counts.Unknown);
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
        Assert.Equal(5_001, counts.Unknown.Values.Sum());
        Assert.True(counts.Unknown[FieldCounts.OtherKeys] > 1);
    }

    [Fact]
    public void Add_TwoPages_EqualsOnePageOfBoth()
    {
        JsonObject New() => Wire.Live(live => live["brand_new"] = 1);
        var sum = Count(Wire.Live());

        sum.Add(Count(New()));

        var both = Count(Wire.Live(), New());
        Assert.Equal(both.Known, sum.Known);
        Assert.Equal(both.Unknown, sum.Unknown);
        Assert.Equal(2, sum.Items);
    }

    [Fact]
    public void Add_AnotherKind_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Count(Wire.Live()).Add(ReviewPage.Parse(Wire.Page(Wire.Review())).Value!.Fields));

    private static FieldCounts Count(params JsonNode[] lives) => LivePage.Parse(Wire.Page(lives)).Value!.Fields;

    private static FieldCount Field(FieldCounts counts, string field) => counts.Known.Single(count => count.Field == field);
}
