using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class PageStateTests
{
    [Fact]
    public void Parse_BareState_GivesItsLives()
    {
        var page = Page(State());

        Assert.Equal(Wire.LiveId, Assert.Single(page.Items).Wire!.Id);
        Assert.Equal(Wire.Text(Wire.StateLive()), page.Items[0].Payload);
        Assert.True(page.IsEnd);
    }

    [Theory]
    [InlineData("<script>var a = 1; window.__APP_STATE__ = §; window.b = {};</script>")]
    [InlineData("<script>window.__APP_STATE__=§</script>")]
    [InlineData("<script id=\"js-initialData\" type=\"text/json\">§</script>")]
    [InlineData("<script id=\"js-initialData\" type=\"text/json\">{\"initialState\":§}</script>")]
    public void Parse_StateInsideAPage_GivesItsLives(string script)
    {
        var html = "<!DOCTYPE html><html><head><title>Live</title><script>var other = {};</script></head><body>" +
            script.Replace("§", Wire.Text(State()), StringComparison.Ordinal) + "</body></html>";

        var page = PageState.Parse(Encoding.UTF8.GetBytes(html)).Value!;

        Assert.Equal(Wire.LiveId, Assert.Single(page.Items).Wire!.Id);
    }

    [Fact]
    public void Parse_LaterKeysOfTheState_AreAllKnown() => Assert.Empty(Page(State()).Fields.Unknown);

    [Theory]
    [InlineData("<html><body>没有</body></html>", PageProblemKind.Unreadable)]
    [InlineData("<script>window.__APP_STATE__ = undefined;</script>", PageProblemKind.Unreadable)]
    [InlineData("<script>window.__APP_STATE__ = {\"lives\":{\"livesMap\":{</script>", PageProblemKind.Unreadable)]
    [InlineData("{\"lives\":[]}", PageProblemKind.WrongShape)]
    [InlineData("{\"\\ud800\":1,\"lives\":{\"livesMap\":7}}", PageProblemKind.WrongShape)]
    [InlineData("7", PageProblemKind.WrongShape)]
    [InlineData("", PageProblemKind.Unreadable)]
    public void Parse_NoState_IsAProblem(string body, PageProblemKind kind) =>
        Assert.Equal(kind, PageState.Parse(Encoding.UTF8.GetBytes(body)).Problem!.Kind);

    [Fact]
    public void Parse_ALiveThatIsNoObject_IsKept()
    {
        var state = State();
        state["lives"]!["livesMap"]!["1"] = "gone";

        var page = Page(state);

        Assert.Equal(2, page.Items.Count);
        Assert.Equal("\"gone\"", page.Items[1].Payload);
        Assert.NotNull(page.Items[1].Error);
    }

    [Fact]
    public void Parse_MoreLivesThanAPageCanHave_IsNoPage()
    {
        var lives = string.Join(',', Enumerable.Repeat("\"1\":{}", ItemReader<WireLive>.MostItems + 1));

        Assert.Equal(PageProblemKind.WrongShape, PageState.Parse(Encoding.UTF8.GetBytes("{\"lives\":{\"livesMap\":{" + lives + "}}}")).Problem!.Kind);
    }

    private static JsonObject State() => new()
    {
        ["theme"] = "light",
        ["lives"] = new JsonObject { ["livesMap"] = new JsonObject { [Wire.LiveId] = Wire.StateLive() } },
    };

    private static ListPage<WireLive> Page(JsonNode state) => PageState.Parse(Wire.Bytes(state)).Value!;
}
