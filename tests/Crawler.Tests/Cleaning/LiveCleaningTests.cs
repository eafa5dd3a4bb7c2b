using System.Text.Json.Nodes;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class LiveCleaningTests
{
    private const string Origin = "https://api.zhihu.com/lives?limit=10&offset=0";
    private static readonly DateTimeOffset Seen = new(2017, 5, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lives_OfTheList_AreRecordsWithEveryFactInItsUnit()
    {
        var live = Live(Wire.Live(wire =>
        {
            wire["in_promotion"] = true;
            wire["fee"] = new JsonObject { ["amount"] = 990, ["original_price"] = 1900, ["end_time"] = 1496246400 };
        }));

        Assert.Equal((Wire.LiveId, "怎样种番茄", "第一行\n第二行", "• 一"), (live.Id, live.Subject, live.Description, live.Outline));
        Assert.Equal((Wire.SpeakerId, "ended", "audio", "user"), (live.SpeakerId, live.Status, live.LiveType, live.Source));
        Assert.Equal([new Tag(101, "生活方式")], live.Tags!);
        Assert.Empty(live.CospeakerIds!);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1494940000), live.StartsAt);
        Assert.Equal(TimeSpan.Zero, live.StartsAt!.Value.Offset);
        Assert.Equal((3600, false, 120, 500, false), (live.DurationSeconds, live.OpenEnded, live.SeatsTaken, live.SeatsMax, live.SeatsUnlimited));
        Assert.Equal((990, 1900, true, DateTimeOffset.FromUnixTimeSeconds(1496246400)), (live.AmountFen, live.OriginalPriceFen, live.InPromotion, live.PromotionEndsAt));
        Assert.Equal((20, 4.55, true, false), (live.ReviewCount, live.ReviewScore, live.IsPublic, live.HasFeedback));
        Assert.Equal(Seen, live.ObservedAt);
        Assert.Null(live.IsRefundable); // A later key: this view did not say.
    }

    [Fact]
    public void Lives_WithSentinels_SayNoEndAndNoLimit()
    {
        var live = Live(Wire.Live(wire =>
        {
            wire["duration"] = 600_000_000;
            wire["seats"] = new JsonObject { ["taken"] = 3987, ["max"] = 100_000_000 };
        }));

        Assert.Equal((null, true, 3987, null, true), (live.DurationSeconds, live.OpenEnded, live.SeatsTaken, live.SeatsMax, live.SeatsUnlimited));
    }

    [Fact]
    public void Lives_WithoutTags_HaveNoneWhereTheListIsEmptyAndUnknownOnesWhereItIsMissing()
    {
        Assert.Empty(Live(Wire.Live(wire => wire["tags"] = new JsonArray())).Tags!);
        Assert.Null(Live(Wire.Live(wire => wire.Remove("tags"))).Tags); // A key that the site renames must not wipe what is known.
        Assert.Null(Live(Wire.StateLive(), LiveView.PageState).Tags);
    }

    [Fact]
    public void Lives_FalseAndZeroOfAList_AreFacts()
    {
        var live = Live(Wire.Live(wire =>
        {
            wire["liked_num"] = 0;
            wire["fee"]!["amount"] = 0;
            wire["subject"] = "";
        }));

        Assert.Equal((0, 0, "", false), (live.LikedNum, live.AmountFen, live.Subject, live.InPromotion));
    }

    [Fact]
    public void Lives_OfAPageState_SayOnlyWhatIsNoDefault()
    {
        var live = Live(Wire.StateLive(), LiveView.PageState);

        var said = new Live
        {
            Id = Wire.LiveId,
            ObservedAt = Seen,
            Subject = "怎样种番茄",
            LiveType = "video",
            SpeakerId = Wire.SpeakerId,
            StartsAt = DateTimeOffset.FromUnixTimeSeconds(1526126400),
            DurationSeconds = 4200,
            OpenEnded = false,
            SeatsTaken = 477,
            SeatsMax = 10000,
            SeatsUnlimited = false,
            AmountFen = 990,
            OriginalPriceFen = 1990,
            ReviewScore = 4.859,
        };
        Assert.Equal(said, live);
    }

    [Fact]
    public void Lives_OfAPageState_NeverOverwriteGoodValues()
    {
        var stored = Live(Wire.Live());
        var partial = Live(Wire.StateLive(), LiveView.PageState) with { ObservedAt = Seen.AddDays(1) };

        var (merged, changes) = RecordMerge.Merge(Collections.Lives, stored, partial);

        Assert.Equal((stored.Status, stored.Description, stored.LikedNum, stored.ReviewCount), (merged.Status, merged.Description, merged.LikedNum, merged.ReviewCount));
        Assert.Equal(stored.Tags, merged.Tags);
        Assert.Equal(stored.CreatedAt, merged.CreatedAt);
        Assert.Equal(4.859, merged.ReviewScore);
        Assert.DoesNotContain(changes, change => change.Field is "status" or "likedNum" or "reviewCount" or "description" or "tags");
    }

    [Fact]
    public void Lives_WithSpeakers_GiveSpeakersAndPortraits()
    {
        var batch = Clean(LiveView.Full, Wire.Live(wire => wire["cospeakers"] = new JsonArray(new JsonObject { ["member"] = Wire.Member(Wire.OtherId) })));

        Assert.Equal([Wire.OtherId], Assert.Single(batch.Lives).CospeakerIds!);
        Assert.Equal([Wire.SpeakerId, Wire.OtherId], batch.Speakers.Select(speaker => speaker.Id));
        var speaker = batch.Speakers[0];
        Assert.Equal(("甲乙", "jia-yi", "种菜", 1, "people"), (speaker.Name, speaker.UrlToken, speaker.Headline, speaker.Gender, speaker.UserType));
        // The introduction is this live's: as the speaker's own it would change from live to live.
        Assert.Equal(("讲过几次", null), (batch.Lives[0].SpeakerIntroduction, speaker.Description));
        Assert.Null(speaker.BadgeCount); // The 2017 member has no such key.
        Assert.Equal(Wire.PortraitHash, speaker.PortraitId);
        Assert.Equal([Wire.PortraitHash, Wire.PortraitHash], batch.Portraits.Select(portrait => portrait.Id));
        Assert.Equal($"https://pic2.zhimg.com/{Wire.PortraitHash}_s.jpg", batch.Portraits[0].Url);
    }

    [Fact]
    public void Lives_OfAnOrganisationWithNullGender_AreKept()
    {
        var speaker = Assert.Single(Clean(LiveView.PageState, Wire.StateLive()).Speakers);

        Assert.Equal("organization", speaker.UserType);
        Assert.Null(speaker.Gender);
        Assert.Null(speaker.Headline); // '' may be a default there.
    }

    [Fact]
    public void Lives_OfASpeakerWithBadgesAndADefaultPicture_CountTheBadgesAndHaveNoPortrait()
    {
        var batch = Clean(LiveView.Full, Wire.Live(wire =>
        {
            wire["speaker"]!["member"]!["badge"] = new JsonArray(new JsonObject(), new JsonObject());
            wire["speaker"]!["member"]!["avatar_url"] = "https://pic1.zhimg.com/da8e974dc_s.jpg";
        }));

        var speaker = Assert.Single(batch.Speakers);
        Assert.Equal(2, speaker.BadgeCount);
        Assert.Null(speaker.PortraitId);
        Assert.Empty(batch.Portraits);
    }

    [Fact]
    public void Lives_OfAnonymousOrMissingSpeakers_AreKeptWithoutOne()
    {
        var batch = Clean(
            LiveView.Full,
            Wire.Live(wire => wire["speaker"]!["member"] = Wire.Anonymous()),
            Wire.Live(wire => wire.Remove("speaker")),
            Wire.Live(wire => wire["speaker"] = new JsonObject()));

        Assert.All(batch.Lives, live => Assert.Null(live.SpeakerId));
        Assert.Equal(3, batch.Lives.Count);
        Assert.Empty(batch.Speakers);
    }

    [Fact]
    public void Lives_WithUnknownStatusAndType_KeepThem()
    {
        var live = Live(Wire.Live(wire =>
        {
            wire["status"] = "canceled";
            wire["live_type"] = "hologram";
        }));

        Assert.Equal(("canceled", "hologram"), (live.Status, live.LiveType));
    }

    [Fact]
    public void Lives_SetAside_KeepPayloadRuleReasonAndOrigin()
    {
        var bad = Wire.Live(wire => wire["liked_num"] = -3);

        var entry = Assert.Single(Clean(LiveView.Full, Wire.Live(), bad).Quarantine);

        Assert.Equal(("live", "live-count", "liked_num is -3"), (entry.Kind, entry.Rule, entry.Reason));
        Assert.Equal(Wire.Text(bad), entry.Payload);
        Assert.Equal((Origin, Seen), (entry.Origin, entry.ObservedAt));
        Assert.Matches("^live:[0-9a-f]{32}$", entry.Id);
    }

    [Fact]
    public void Lives_ThatCannotBeRead_AreSetAsideWithTheField()
    {
        var entry = Assert.Single(Clean(LiveView.Full, Wire.Live(wire => wire["seats"]!["max"] = new JsonArray())).Quarantine);

        Assert.Equal(("wire-shape", "seats.max is a list, not a whole number"), (entry.Rule, entry.Reason));
    }

    [Fact]
    public void Page_OfNoPage_IsKeptWhole()
    {
        var problem = LivePage.Parse("<html>安全验证</html>"u8.ToArray()).Problem!;

        var entry = Cleaner.Page(problem, "<html>安全验证</html>"u8.ToArray(), Origin, Seen);
        var binary = Cleaner.Page(problem, new byte[] { 0xFF, 0x00 }, Origin, Seen);

        Assert.Equal(("page", "Html", "<html>安全验证</html>"), (entry.Kind, entry.Rule, entry.Payload));
        Assert.Equal("base64:/wA=", binary.Payload);
    }

    private static Live Live(JsonObject wire, LiveView view = LiveView.Full) => Assert.Single(Clean(view, wire).Lives);

    private static CleanBatch Clean(LiveView view, params JsonNode[] lives) => Cleaner.Lives(LivePage.Parse(Wire.Page(lives)).Value!.Items, view, Origin, Seen);
}
