using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class LivePageTests
{
    [Fact]
    public void Parse_FlatPage_GivesTypedItemsAndTheirRawText()
    {
        var first = Wire.Live();
        var second = Wire.Live(live => live["subject"] = "另一场");

        var page = Page(Wire.Page(first, second));

        Assert.Equal(["怎样种番茄", "另一场"], page.Items.Select(item => item.Wire!.Subject));
        Assert.Equal([Wire.Text(first), Wire.Text(second)], page.Items.Select(item => item.Payload));
        Assert.All(page.Items, item => Assert.Null(item.Error));
    }

    [Fact]
    public void Parse_WrappedPage_UnwrapsItsLives()
    {
        var live = Wire.Live();

        var page = Page(Wire.Page(new JsonObject { ["object_type"] = "live", ["live"] = live }));

        var item = Assert.Single(page.Items);
        Assert.Equal(Wire.LiveId, item.Wire!.Id);
        Assert.Equal(Wire.Text(live), item.Payload);
        Assert.Equal(1, page.Fields.Items);
    }

    [Fact]
    public void Parse_WrappedThingThatIsNoLive_IsKeptWithAReason()
    {
        var banner = new JsonObject { ["object_type"] = "banner", ["banner"] = new JsonObject() };

        var page = Page(Wire.Page(banner, new JsonObject { ["object_type"] = "live", ["live"] = Wire.Live() }));

        Assert.Equal(2, page.Items.Count);
        Assert.Contains("live", page.Items[0].Error, StringComparison.Ordinal);
        Assert.Equal(Wire.Text(banner), page.Items[0].Payload);
        Assert.Equal(Wire.LiveId, page.Items[1].Wire!.Id);
    }

    [Fact]
    public void Parse_LastPage_IsTheEndThoughNextIsThere()
    {
        var page = Page("""{"paging":{"is_end":true,"next":"http://api.zhihu.com/lives?limit=10&offset=30","previous":""},"data":[]}"""u8);

        Assert.True(page.IsEnd);
        Assert.Equal(30, page.NextOffset);
        Assert.Empty(page.Items);
    }

    [Theory]
    [InlineData("""{"data":[],"paging":{"is_end":"false","next":""}}""", false)]
    [InlineData("""{"data":[],"paging":{"is_end":"true"}}""", true)]
    [InlineData("""{"data":[],"paging":{"is_end":1}}""", true)]
    [InlineData("""{"data":[],"paging":{"is_end":[]}}""", false)]
    [InlineData("""{"data":[]}""", false)]
    public void Parse_IsEnd_IsReadInEveryForm(string body, bool isEnd) => Assert.Equal(isEnd, Page(Encoding.UTF8.GetBytes(body)).IsEnd);

    [Fact]
    public void Parse_OneBadItem_CostsOnlyItself()
    {
        var bad = Wire.Live(live => live["seats"]!["max"] = "plenty");

        var page = Page(Wire.Page(Wire.Live(), bad, null, Wire.Live()));

        Assert.Equal(4, page.Items.Count);
        Assert.Equal("seats.max is \"plenty\", not a whole number", page.Items[1].Error);
        Assert.Equal(Wire.Text(bad), page.Items[1].Payload);
        Assert.Equal("not a live object", page.Items[2].Error);
        Assert.Equal("null", page.Items[2].Payload);
        Assert.NotNull(page.Items[3].Wire);
    }

    [Fact]
    public void Parse_HalfASurrogatePairInAText_CostsOnlyItsItem()
    {
        var body = Encoding.UTF8.GetString(Wire.Page(Wire.Live(), Wire.Live())).Replace("• 一", @"\ud83d", StringComparison.Ordinal);

        var page = Page(Encoding.UTF8.GetBytes(body));

        Assert.All(page.Items, item => Assert.NotNull(item.Error));
        Assert.Contains(@"\ud83d", page.Items[0].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_IdAsANumberBeyondDoubles_KeepsEveryDigit()
    {
        var body = Encoding.UTF8.GetString(Wire.Page(Wire.Live())).Replace($"\"{Wire.LiveId}\"", Wire.LiveId, StringComparison.Ordinal);

        Assert.Equal(Wire.LiveId, Page(Encoding.UTF8.GetBytes(body)).Items[0].Wire!.Id);
        Assert.NotEqual(Wire.LiveId, double.Parse(Wire.LiveId, System.Globalization.CultureInfo.InvariantCulture).ToString("F0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Parse_NumbersAsTextAndFloats_AreNumbers()
    {
        var page = Page(Wire.Page(Wire.Live(live =>
        {
            live["duration"] = "3600";
            live["liked_num"] = 12.0;
            live["speaker_message_count"] = "";
            live["is_public"] = 0;
            live["purchasable"] = "true";
            live["review"]!["score"] = 5;
            live["fee"]!["amount"] = JsonNode.Parse("1.9e3");
        })));

        var live = page.Items[0].Wire!;
        Assert.Equal(3600, live.Duration);
        Assert.Equal(12, live.LikedNum);
        Assert.Null(live.SpeakerMessageCount);
        Assert.False(live.IsPublic);
        Assert.True(live.Purchasable);
        Assert.Equal(5.0, live.Review!.Score);
        Assert.Equal(1900, live.Fee!.Amount);
    }

    [Theory]
    [InlineData("duration", "1e999")]
    [InlineData("duration", "12.5")]
    [InlineData("liked_num", "99999999999999999999")]
    [InlineData("liked_num", "{}")]
    [InlineData("is_public", "2")]
    [InlineData("subject", "[1]")]
    [InlineData("tags", "{}")]
    [InlineData("speaker", "\"nobody\"")]
    public void Parse_ValueOfNoUse_IsAnErrorThatNamesTheField(string field, string value)
    {
        var page = Page(Wire.Page(Wire.Live(live => live[field] = JsonNode.Parse(value))));

        Assert.StartsWith(field, page.Items[0].Error, StringComparison.Ordinal);
        Assert.Null(page.Items[0].Wire);
    }

    [Theory]
    [InlineData("""{"error":{"need_login":true,"redirect":"https://www.zhihu.com/account/unhuman","code":40352,"message":"环境异常"}}""", 40352L, "环境异常")]
    [InlineData("""{"status":401,"error":{"code":100,"name":"AuthenticationInvalidRequest","message":"不支持的验证方式"}}""", 100L, "AuthenticationInvalidRequest")]
    [InlineData("""{"code":310001,"message":"该帐号已停用"}""", 310001L, "该帐号已停用")]
    [InlineData("""{"message":"视频 Live 需要升级到知乎最新客户端","name":"X"}""", null, "升级")]
    [InlineData("""{"error":{"code":"ERR_TICKET_NOT_EXIST"},"data":[]}""", null, "ERR_TICKET_NOT_EXIST")]
    [InlineData("""{"error":{}}""", null, "error")]
    public void Parse_ErrorBody_IsTheSitesError(string body, long? code, string says)
    {
        var problem = Problem(Encoding.UTF8.GetBytes(body));

        Assert.Equal(PageProblemKind.SiteError, problem.Kind);
        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", PageProblemKind.Nothing)]
    [InlineData(" {\n} ", PageProblemKind.Nothing)]
    [InlineData("\uFEFF<!DOCTYPE html><html></html>", PageProblemKind.Html)]
    [InlineData("  <html>", PageProblemKind.Html)]
    [InlineData("", PageProblemKind.Unreadable)]
    [InlineData("502 Bad Gateway", PageProblemKind.Unreadable)]
    [InlineData("""{"data":[{"id":"1"}""", PageProblemKind.Unreadable)]
    [InlineData("""{"data":[]} and more""", PageProblemKind.Unreadable)]
    [InlineData("[]", PageProblemKind.WrongShape)]
    [InlineData("null", PageProblemKind.WrongShape)]
    [InlineData("""{"data":{}}""", PageProblemKind.WrongShape)]
    [InlineData("""{"paging":{"is_end":true}}""", PageProblemKind.WrongShape)]
    public void Parse_NoPage_IsAProblem(string body, PageProblemKind kind) => Assert.Equal(kind, Problem(Encoding.UTF8.GetBytes(body)).Kind);

    [Fact]
    public void Parse_BytesThatAreNotUtf8_AreUnreadable() =>
        Assert.Equal(PageProblemKind.Unreadable, Problem([.. "{\"data\":[\""u8, 0xC3, 0x28, .. "\"]}"u8]).Kind);

    [Fact]
    public void Parse_NestedBeyondTheBound_IsUnreadable()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200_000));

        Assert.Equal(PageProblemKind.Unreadable, Problem(Encoding.UTF8.GetBytes($$"""{"data":[{"id":{{deep}}""")).Kind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("{\"object_type\":1}")]
    public void Parse_MoreItemsThanAPageCanHave_IsNoPage(string item)
    {
        byte[] Of(int items) => Encoding.UTF8.GetBytes($$"""{"data":[{{string.Join(',', Enumerable.Repeat(item, items))}}]}""");

        Assert.Equal(ItemReader<WireLive>.MostItems, Page(Of(ItemReader<WireLive>.MostItems)).Items.Count);
        Assert.Equal(PageProblemKind.WrongShape, Problem(Of(ItemReader<WireLive>.MostItems + 1)).Kind);
    }

    [Fact]
    public void Parse_ByteOrderMark_IsNoPartOfThePage() => Assert.Single(Page([.. "\uFEFF"u8, .. Wire.Page(Wire.Live())]).Items);

    private static ListPage<WireLive> Page(ReadOnlySpan<byte> body)
    {
        var parsed = LivePage.Parse(body.ToArray());
        Assert.Null(parsed.Problem);
        return parsed.Value!;
    }

    private static PageProblem Problem(byte[] body)
    {
        var parsed = LivePage.Parse(body);
        Assert.Null(parsed.Value);
        return parsed.Problem!;
    }
}
