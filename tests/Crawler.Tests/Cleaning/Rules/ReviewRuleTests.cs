using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Cleaning.Rules;
using LiveQuality.Crawler.Tests.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning.Rules;

public sealed class ReviewRuleTests
{
    private static readonly ReviewDraft Draft = new() { LiveId = Wire.LiveId };

    [Fact]
    public void ReviewId_OfDigits_IsKeptAndAnyOtherIsNot()
    {
        var rule = new ReviewIdRule();

        RuleAssert.Keeps(rule, Draft with { Id = "160263" });
        RuleAssert.SetsAside(rule, Draft, "id is missing, not digits");
        RuleAssert.SetsAside(rule, Draft with { Id = "16-02" }, "id is \"16-02\", not digits");
        RuleAssert.SetsAside(rule, Draft with { Id = new string('1', 21) }, "id is \"111111111111111111111\", not digits");
    }

    [Theory]
    [InlineData(1L)]
    [InlineData(5L)]
    public void ReviewScore_OfStars_IsKept(long score) => RuleAssert.Keeps(new ReviewScoreRule(), Draft with { Score = score });

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(6L, "6")]
    [InlineData(null, "missing")]
    public void ReviewScore_OfNoStars_IsSetAside(long? score, string shown) =>
        RuleAssert.SetsAside(new ReviewScoreRule(), Draft with { Score = score }, $"score is {shown}, outside 1 to 5");

    [Theory]
    [InlineData(Wire.OtherId, Wire.OtherId)]
    [InlineData("FEDCBA9876543210FEDCBA9876543210", Wire.OtherId)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Author_OfAReview_IsAMemberOrUnknown(string? sent, string? author) =>
        Assert.Equal(author, RuleAssert.Keeps(new AuthorRule(), Draft with { AuthorId = sent }).AuthorId);

    [Fact]
    public void Author_WithAnyOtherId_IsSetAside() =>
        RuleAssert.SetsAside(new AuthorRule(), Draft with { AuthorId = "00" }, "author.member.id is \"00\", not 32 hex digits");

    [Fact]
    public void Ticket_OfASmallNumber_IsKeptAndAnyOtherIsNot()
    {
        RuleAssert.Keeps(new TicketRule(), Draft with { TicketId = 3 });
        RuleAssert.Keeps(new TicketRule(), Draft);
        RuleAssert.SetsAside(new TicketRule(), Draft with { TicketId = -1 }, "author.badge.id is -1");
    }

    [Fact]
    public void ReviewTime_NeverEdited_IsUnknown()
    {
        var review = RuleAssert.Keeps(new ReviewTimeRule(), Draft with { CreatedAt = 1495888134, UpdatedAt = 0 });

        Assert.Equal((1495888134, null), (review.CreatedAt, review.UpdatedAt));
        RuleAssert.SetsAside(new ReviewTimeRule(), Draft with { CreatedAt = 5 }, "created_at is 5, no time of this site");
        RuleAssert.SetsAside(new ReviewTimeRule(), Draft with { UpdatedAt = -5 }, "updated_at is -5, no time of this site");
    }

    [Fact]
    public void ReviewText_EmptyOrNot_IsCleaned()
    {
        Assert.Equal("", RuleAssert.Keeps(new ReviewTextRule(), Draft with { Content = "" }).Content);
        Assert.Equal("好\n的", RuleAssert.Keeps(new ReviewTextRule(), Draft with { Content = "好\r的\u0000 " }).Content);
    }
}
