using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Cleaning.Rules;
using LiveQuality.Crawler.Tests.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning.Rules;

public sealed class SpeakerRuleTests
{
    [Theory]
    [InlineData(Wire.SpeakerId, "jia-yi", Wire.SpeakerId)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", null, Wire.SpeakerId)]
    [InlineData(null, "jia-yi", "token:jia-yi")]
    [InlineData("", "jia-yi", "token:jia-yi")]
    [InlineData("0", "jia-yi", null)]
    public void SpeakerKey_OfAPerson_IsTheIdThenTheTokenThenNothing(string? id, string? token, string? key) =>
        Assert.Equal(key, RuleAssert.Keeps(new SpeakerKeyRule(), new SpeakerDraft { MemberId = id, UrlToken = token }).Key);

    [Theory]
    [InlineData("0123456789abcdef", "the speaker's id is \"0123456789abcdef\", not 32 hex digits")]
    [InlineData("token:x", "the speaker's id is \"token:x\", not 32 hex digits")]
    [InlineData("", "the speaker has neither id nor url_token")]
    [InlineData(null, "the speaker has neither id nor url_token")]
    public void SpeakerKey_OfNobodyKnown_IsSetAside(string? id, string reason) =>
        RuleAssert.SetsAside(new SpeakerKeyRule(), new SpeakerDraft { MemberId = id }, reason);

    [Fact]
    public void SpeakerCount_Negative_IsSetAsideByName()
    {
        var rule = new SpeakerCountRule();

        RuleAssert.Keeps(rule, new SpeakerDraft { FollowerCount = 0 });
        RuleAssert.SetsAside(rule, new SpeakerDraft { FollowerCount = -1 }, "follower_count is -1");
        RuleAssert.SetsAside(rule, new SpeakerDraft { BadgeCount = 1L << 40 }, "badge is 1099511627776");
    }

    [Theory]
    [InlineData(1L, 1L)]
    [InlineData(0L, 0L)]
    [InlineData(-1L, -1L)]
    [InlineData(null, null)]
    [InlineData(2L, null)]
    [InlineData(long.MinValue, null)]
    public void Gender_OfTheSite_IsKeptAndAnyOtherIsUnknown(long? sent, long? gender) =>
        Assert.Equal(gender, RuleAssert.Keeps(new GenderRule(), new SpeakerDraft { Gender = sent, UserType = "organization" }).Gender);

    [Fact]
    public void SpeakerText_OfEveryText_IsCleaned()
    {
        var speaker = RuleAssert.Keeps(new SpeakerTextRule(), new SpeakerDraft { Name = "a\0", Headline = "b\t", Description = "c\r\nd" });

        Assert.Equal(("a", "b", "c\nd"), (speaker.Name, speaker.Headline, speaker.Description));
    }

    [Fact]
    public void Somebody_WithoutAKey_IsSetAside()
    {
        RuleAssert.Keeps(new SomebodyRule(), new SpeakerDraft { Key = Wire.SpeakerId });
        RuleAssert.SetsAside(new SomebodyRule(), new SpeakerDraft { MemberId = "0" }, "id is \"0\", which is nobody's");
    }
}
