using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Cleaning.Rules;
using LiveQuality.Crawler.Tests.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning.Rules;

public sealed class LiveRuleTests
{
    [Theory]
    [InlineData("912345678901234567")]
    [InlineData("123456789012345")]
    [InlineData("12345678901234567890")]
    public void LiveId_OfDigits_IsKept(string id) => Assert.Equal(id, RuleAssert.Keeps(new LiveIdRule(), new LiveDraft { Id = id }).Id);

    [Theory]
    [InlineData(null, "id is missing, not 15 to 20 digits")]
    [InlineData("", "id is \"\", not 15 to 20 digits")]
    [InlineData("12345678901234", "id is \"12345678901234\", not 15 to 20 digits")]
    [InlineData("９１２３４５６７８９０１２３４５６７", "id is \"９１２３４５６７８９０１２３４５６７\", not 15 to 20 digits")]
    [InlineData("912345678901234567.0", "id is \"912345678901234567.0\", not 15 to 20 digits")]
    [InlineData("9.3E+17", "id is \"9.3E+17\": in this notation its last digits are lost")]
    [InlineData("9.31931947977775e17", "id is \"9.31931947977775e17\": in this notation its last digits are lost")]
    [InlineData("a\nb", "id is \"a?b\", not 15 to 20 digits")]
    public void LiveId_OfAnythingElse_IsSetAside(string? id, string reason) => RuleAssert.SetsAside(new LiveIdRule(), new LiveDraft { Id = id }, reason);

    [Theory]
    [InlineData(3600L, 3600L, false)]
    [InlineData(396_000L, 396_000L, false)]
    [InlineData(0L, 0L, false)]
    [InlineData(600_000_000L, null, true)]
    [InlineData(null, null, null)]
    public void DurationSentinel_OfADuration_TellsNoEndFromSeconds(long? duration, long? seconds, bool? openEnded)
    {
        var live = RuleAssert.Keeps(new DurationSentinelRule(), new LiveDraft { Duration = duration });

        Assert.Equal((seconds, openEnded), (live.Duration, live.OpenEnded));
    }

    [Theory]
    [InlineData(500L, 500L, false)]
    [InlineData(9_999_999L, 9_999_999L, false)]
    [InlineData(10_000_000L, null, true)]
    [InlineData(100_000_000L, null, true)]
    [InlineData(null, null, null)]
    public void SeatSentinel_OfALimit_TellsNoneFromANumber(long? max, long? seats, bool? unlimited)
    {
        var live = RuleAssert.Keeps(new SeatSentinelRule(), new LiveDraft { SeatsMax = max });

        Assert.Equal((seats, unlimited), (live.SeatsMax, live.SeatsUnlimited));
    }

    [Fact]
    public void LiveCount_MoreTakenThanSeats_IsNormal() =>
        Assert.Equal(3987, RuleAssert.Keeps(new LiveCountRule(), new LiveDraft { SeatsTaken = 3987, SeatsMax = 500 }).SeatsTaken);

    [Fact]
    public void LiveCount_Negative_IsSetAsideByName()
    {
        var rule = new LiveCountRule();

        RuleAssert.SetsAside(rule, new LiveDraft { LikedNum = -1 }, "liked_num is -1");
        RuleAssert.SetsAside(rule, new LiveDraft { SeatsMax = -5 }, "seats.max is -5");
        RuleAssert.SetsAside(rule, new LiveDraft { ReviewCount = long.MinValue }, "review.count is -9223372036854775808");
        RuleAssert.Keeps(rule, new LiveDraft { LikedNum = 0 });
    }

    [Fact]
    public void Price_FreeAndPaid_AreKeptAndNegativeIsNot()
    {
        var rule = new PriceRule();

        RuleAssert.Keeps(rule, new LiveDraft { AmountFen = 0, OriginalPriceFen = 9999 });
        RuleAssert.SetsAside(rule, new LiveDraft { AmountFen = -1 }, "fee.amount is -1");
        RuleAssert.SetsAside(rule, new LiveDraft { OriginalPriceFen = -999 }, "fee.original_price is -999");
    }

    [Theory]
    [InlineData(3L, 0.0, null)]
    [InlineData(20L, 4.55, 4.55)]
    [InlineData(20L, 1.0, 1.0)]
    [InlineData(20L, 5.0, 5.0)]
    [InlineData(4L, 4.75, 4.75)] // December 2018.
    [InlineData(0L, 4.859, 4.859)] // Page state.
    [InlineData(20L, null, null)]
    public void LiveScore_OfTheSite_IsAScoreOrUnknown(long count, double? shown, double? score) =>
        Assert.Equal(score, RuleAssert.Keeps(new LiveScoreRule(), new LiveDraft { ReviewCount = count, ReviewScore = shown }).ReviewScore);

    [Theory]
    [InlineData(5.01, "5.01")]
    [InlineData(0.5, "0.5")]
    [InlineData(-1.0, "-1")]
    [InlineData(double.NaN, "NaN")]
    public void LiveScore_OutsideTheStars_IsSetAside(double score, string shown) =>
        RuleAssert.SetsAside(new LiveScoreRule(), new LiveDraft { ReviewScore = score }, $"review.score is {shown}, outside 1 to 5");

    [Theory]
    [InlineData(1494940000L, 1494940000L)]
    [InlineData(1526745600000L, 1526745600L)]
    [InlineData(0L, null)]
    [InlineData(null, null)]
    public void LiveTime_OfTheSite_IsSecondsOrUnknown(long? sent, long? seconds)
    {
        var live = RuleAssert.Keeps(new LiveTimeRule(), new LiveDraft { CreatedAt = sent, StartsAt = sent, EndsAt = sent, PromotionEndsAt = sent });

        Assert.Equal((seconds, seconds, seconds, seconds), (live.CreatedAt, live.StartsAt, live.EndsAt, live.PromotionEndsAt));
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(1L)]
    [InlineData(99_999_999_999L)]
    [InlineData(long.MaxValue)]
    public void LiveTime_OfNoTime_IsSetAsideByName(long time)
    {
        RuleAssert.SetsAside(new LiveTimeRule(), new LiveDraft { CreatedAt = time }, $"created_at is {time}, no time of this site");
        RuleAssert.SetsAside(new LiveTimeRule(), new LiveDraft { StartsAt = time }, $"starts_at is {time}, no time of this site");
        RuleAssert.SetsAside(new LiveTimeRule(), new LiveDraft { EndsAt = time }, $"ends_at is {time}, no time of this site");
        RuleAssert.SetsAside(new LiveTimeRule(), new LiveDraft { PromotionEndsAt = time }, $"fee.end_time is {time}, no time of this site");
    }

    [Fact]
    public void Tag_WithAnId_IsKeptAndWithoutIsNot()
    {
        var rule = new TagRule();

        RuleAssert.Keeps(rule, new LiveDraft { Tags = [] });
        RuleAssert.Keeps(rule, new LiveDraft());
        RuleAssert.Keeps(rule, new LiveDraft { Tags = [new TagDraft(101, null)] });
        RuleAssert.SetsAside(rule, new LiveDraft { Tags = [new TagDraft(null, "教育")] }, "tags.id is missing");
        RuleAssert.SetsAside(rule, new LiveDraft { Tags = [new TagDraft(1L << 40, "教育")] }, "tags.id is 1099511627776");
    }

    [Fact]
    public void LiveText_OfEveryText_IsCleaned()
    {
        var live = RuleAssert.Keeps(new LiveTextRule(), new LiveDraft { Subject = "a\u0008 ", Description = "b\r\nc\r\n", Outline = "\u008Bd" });

        Assert.Equal(("a", "b\nc", "d"), (live.Subject, live.Description, live.Outline));
    }

    [Fact]
    public void LiveSpeakers_AllOfThem_PassTheRulesOfPeople()
    {
        var live = RuleAssert.Keeps(
            new LiveSpeakersRule(RuleOrder.Speakers),
            new LiveDraft { Speaker = new SpeakerDraft { MemberId = Wire.SpeakerId, Name = "甲 " }, Cospeakers = [new SpeakerDraft { MemberId = Wire.OtherId }] });

        Assert.Equal((Wire.SpeakerId, "甲"), (live.Speaker!.Key, live.Speaker.Name));
        Assert.Equal(Wire.OtherId, Assert.Single(live.Cospeakers!).Key);
    }

    [Fact]
    public void LiveSpeakers_ABadOne_SetsTheLiveAsideUnderThatRulesName()
    {
        var bad = new SpeakerDraft { MemberId = "somebody" };
        var rule = new LiveSpeakersRule(RuleOrder.Speakers);

        var speaker = rule.Apply(new LiveDraft { Speaker = bad });
        var cospeaker = rule.Apply(new LiveDraft { Cospeakers = [bad] });

        Assert.Equal(("speaker-key", "speaker: the speaker's id is \"somebody\", not 32 hex digits"), (speaker.Rule, speaker.Reason));
        Assert.Equal(("speaker-key", "cospeakers: the speaker's id is \"somebody\", not 32 hex digits"), (cospeaker.Rule, cospeaker.Reason));
    }

    [Fact]
    public void LiveSpeakers_ALiveWithoutAny_IsKept() => Assert.Null(RuleAssert.Keeps(new LiveSpeakersRule(RuleOrder.Speakers), new LiveDraft()).Cospeakers);
}
