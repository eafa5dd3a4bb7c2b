using System.Text;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>The table of answers and reactions (zhihu-protocol.md, section 1.6), row by row.</summary>
public sealed class VerdictTests
{
    private const string Address = "https://api.zhihu.com/lives/1";

    [Theory]
    [InlineData(403, """{"error":{"need_login":true,"redirect":"https://www.zhihu.com/account/unhuman","code":40352,"message":"系统监测到您的网络环境存在异常"}}""", nameof(Reaction.Stop))]
    [InlineData(403, """{"error":{"code":40362,"message":"您当前请求存在异常，暂时限制本次访问"}}""", nameof(Reaction.Stop))]
    [InlineData(403, """{"error":{"code":40353,"message":"请先登录"}}""", nameof(Reaction.Stop))]
    [InlineData(403, """{"code":40353,"message":"请先登录"}""", nameof(Reaction.Stop))]
    [InlineData(403, "", nameof(Reaction.Stop))]
    [InlineData(401, """{"status":401,"error":{"code":100,"name":"AuthenticationInvalidRequest"}}""", nameof(Reaction.Stop))]
    [InlineData(401, """{"status":401,"error":{"code":101,"name":"ZERR_NOT_LOGIN"}}""", nameof(Reaction.Stop))]
    [InlineData(429, "", nameof(Reaction.Stop))]
    [InlineData(400, """{"error":{"code":10003,"message":"请求参数异常，请升级客户端后重试"}}""", nameof(Reaction.Skip))]
    [InlineData(403, """{"error":{"code":10002,"message":"请求参数异常"}}""", nameof(Reaction.Skip))]
    [InlineData(400, """{"error":{"code":310001,"message":"该帐号已停用，主页无法访问"}}""", nameof(Reaction.Bury))]
    [InlineData(403, """{"error":{"code":7,"message":"该用户暂时被反作弊限制"}}""", nameof(Reaction.Bury))]
    [InlineData(403, """{"error":{"code":4031,"message":"视频 Live 需要升级到知乎最新客户端"}}""", nameof(Reaction.Skip))]
    [InlineData(404, """{"error":{"name":"ERR_CONVERSATION_NOT_FOUND","message":"该 Live 不存在"}}""", nameof(Reaction.Bury))]
    [InlineData(404, "", nameof(Reaction.Bury))]
    [InlineData(410, "", nameof(Reaction.Bury))]
    [InlineData(400, "", nameof(Reaction.Fail))]
    [InlineData(500, """{"error":{"code":10003}}x""", nameof(Reaction.Fail))]
    public void ErrorAnswer_ByItsStatusAndBody_HasTheReactionOfTheTable(int code, string body, string reaction) =>
        Assert.Equal(reaction, Verdict.Of(Page(StatusOf(code), code, body)).Reaction.ToString());

    [Theory]
    [InlineData("""{"error":{"code":40352,"message":"异常"}}""", nameof(Reaction.Stop))]
    [InlineData("""{"error":{"code":4031,"message":"视频 Live 需要升级到知乎最新客户端"}}""", nameof(Reaction.Skip))]
    [InlineData("""{}""", nameof(Reaction.Fail))]
    [InlineData("""<html>系统维护 40352 反作弊限制</html>""", nameof(Reaction.Fail))]
    public void Answer_Of200ThatIsNoPage_HasTheReactionOfWhatItSays(string body, string reaction) =>
        Assert.Equal(reaction, Verdict.Of(LivePage.Parse(Encoding.UTF8.GetBytes(body)).Problem!, Address).Reaction.ToString());

    [Fact]
    public void Redirect_ToTheOldWall_IsTheWallAndPausesTheHost()
    {
        var verdict = Verdict.Of(Page(FetchStatus.Blocked, 302, "") with { Location = new Uri("https://www.zhihu.com/account/unhuman?type=unhuman&need_login=false") });

        Assert.Equal(Reaction.Stop, verdict.Reaction);
        Assert.Contains("captcha wall", verdict.Outcome, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(1), verdict.Pause);
    }

    [Fact]
    public void Redirect_ToSomewhereElse_FailsThatAddressOnly() => Assert.Equal(
        Reaction.Fail, Verdict.Of(Page(FetchStatus.Blocked, 302, "") with { Location = new Uri("https://example.com/") }).Reaction);

    [Fact]
    public void Withheld_ForRobotsAPauseOrTheBudget_IsLeftOutOrWaitsForLater()
    {
        Assert.Equal(Reaction.Skip, Verdict.Of(Withheld(WithheldReason.Robots)).Reaction);
        Assert.Equal(Reaction.Wait, Verdict.Of(Withheld(WithheldReason.Pause)).Reaction);
        Assert.Equal(Reaction.Wait, Verdict.Of(Withheld(WithheldReason.Budget)).Reaction);
    }

    private static FetchStatus StatusOf(int code) => code switch
    {
        401 or 403 or 429 => FetchStatus.Blocked,
        404 or 410 => FetchStatus.Gone,
        _ => FetchStatus.Failed,
    };

    private static FetchOutcome Page(FetchStatus status, int code, string body) =>
        new(status, $"{Address} answered {code}", Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch) { Code = code };

    private static FetchOutcome Withheld(WithheldReason reason) =>
        Page(FetchStatus.Withheld, 0, "") with { Withheld = new Withheld(reason, "because", null) };
}
