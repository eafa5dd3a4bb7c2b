using System.Text;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class SingleAnswerTests
{
    [Fact]
    public void LiveAnswer_Detail_IsALiveWithItsRawText()
    {
        var live = Wire.Live(detail => detail["sku_id"] = "1");

        var answer = LiveAnswer.Parse(Wire.Bytes(live)).Value!;

        Assert.Equal(Wire.LiveId, answer.Item.Wire!.Id);
        Assert.Equal(Wire.Text(live), answer.Item.Payload);
        Assert.Empty(answer.Fields.Unknown);
    }

    [Fact]
    public void PersonAnswer_Person_IsReadAndNoKeyIsUnknown()
    {
        var answer = PersonAnswer.Parse(Wire.Bytes(Wire.Person())).Value!;

        Assert.Equal(Wire.SpeakerId, answer.Item.Wire!.Id);
        Assert.Equal(1, answer.Item.Wire.BadgeCount);
        Assert.Equal(25906, answer.Item.Wire.FavoritedCount);
        Assert.Empty(answer.Fields.Unknown); // Not even "experience " with its blank.
    }

    [Theory]
    [InlineData("""{"error":{"code":310001,"message":"该帐号已停用，主页无法访问"}}""", PageProblemKind.SiteError)]
    [InlineData("""{"code":40353,"message":"需要登录"}""", PageProblemKind.SiteError)]
    [InlineData("{}", PageProblemKind.Nothing)]
    [InlineData("""{"name":"no id"}""", PageProblemKind.WrongShape)]
    [InlineData("[]", PageProblemKind.WrongShape)]
    [InlineData("<html>", PageProblemKind.Html)]
    [InlineData("""{"id":"1"} {""", PageProblemKind.Unreadable)]
    public void PersonAnswer_SomethingElse_IsAProblem(string body, PageProblemKind kind)
    {
        var parsed = PersonAnswer.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Null(parsed.Value);
        Assert.Equal(kind, parsed.Problem!.Kind);
    }
}
