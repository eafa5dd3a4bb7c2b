using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class ReviewPageTests
{
    [Fact]
    public void Parse_BothShapesOfAnAuthor_AreRead()
    {
        var page = ReviewPage.Parse(Wire.Page(Wire.Review(), Wire.Review(review => review["author"]!["member"] = Wire.Anonymous()))).Value!;

        Assert.Equal([Wire.OtherId, "0"], page.Items.Select(item => item.Wire!.Author!.Member!.Id));
        Assert.Equal([0L, null], page.Items.Select(item => item.Wire!.Author!.Member!.BadgeCount));
        Assert.Equal(-1, page.Items[1].Wire!.Author!.Member!.Gender);
    }

    [Fact]
    public void Parse_Review_KeepsTextAndTimesAsSent()
    {
        var review = ReviewPage.Parse(Wire.Page(Wire.Review())).Value!.Items[0].Wire!;

        Assert.Equal("听完了\r\n不错 😀", review.Content);
        Assert.Equal(0, review.UpdatedAt);
        Assert.Equal(5, review.Score);
        Assert.Equal(2, review.Author!.Badge!.Id);
    }

    [Fact]
    public void Parse_HalfAStar_IsAnErrorOfItsItem() =>
        Assert.Equal("score is 4.5, not a whole number", ReviewPage.Parse(Wire.Page(Wire.Review(review => review["score"] = 4.5))).Value!.Items[0].Error);
}
