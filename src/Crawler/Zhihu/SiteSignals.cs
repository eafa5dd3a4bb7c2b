namespace LiveQuality.Crawler.Zhihu;

/// <summary>The site's refusals as data (zhihu-protocol.md, section 1.6). What is done about each is the crawl's matter.</summary>
public static class SiteSignals
{
    /// <summary>Where the old captcha wall redirects to.</summary>
    public const string WallPath = "/account/unhuman";

    // The first row that fits counts. The target's own troubles come first: they arrive with 4xx too, and must not stop the crawl.
    private static readonly SiteSignal[] Rows =
    [
        new(SiteMeaning.TargetGone, "zhihu-oauth issue 141: 该帐号已停用，主页无法访问") { Codes = [310001] },
        new(SiteMeaning.TargetGone, "zhihu-oauth issue 77: 该用户暂时被反作弊限制") { Text = "反作弊限制" },
        new(SiteMeaning.TargetGone, "a deleted live") { Text = "ERR_CONVERSATION_NOT_FOUND" },
        new(SiteMeaning.ClientTooOld, "视频 Live 需要升级到知乎最新客户端") { Text = "需要升级到知乎最新客户端" },
        new(SiteMeaning.CaptchaWall, "fxzhihu issues 13 and 43") { Codes = [40352] },
        new(SiteMeaning.CaptchaWall, "the wall of 2017, a redirect") { RedirectPath = WallPath },
        new(SiteMeaning.RiskControl, "MediaCrawler issue 435: 您当前请求存在异常，暂时限制本次访问") { Codes = [40362] },
        new(SiteMeaning.LoginWanted, "authentication needed") { Codes = [40353] },
        new(SiteMeaning.LoginWanted, "ERR_TICKET_NOT_EXIST, ZERR_NOT_LOGIN") { Codes = [100, 101] },
        new(SiteMeaning.SignatureWanted, "fxzhihu issue 51: 请求参数异常，请升级客户端后重试") { Codes = [10001, 10002, 10003] },
    ];

    /// <summary>What an answer means.</summary>
    /// <param name="body">Its body; may be empty or anything.</param>
    /// <param name="location">Where it redirects to; null where it does not.</param>
    /// <returns>Null where it is none of the site's known refusals.</returns>
    public static SiteMeaning? Find(ReadOnlyMemory<byte> body, Uri? location) => Find(Error(body), location);

    /// <param name="problem">What a parser made of the answer's body.</param>
    /// <param name="location">Where it redirects to; null where it does not.</param>
    /// <inheritdoc cref="Find(ReadOnlyMemory{byte}, Uri?)"/>
    public static SiteMeaning? Find(PageProblem? problem, Uri? location)
    {
        // Text in a page that is no error of the site's proves nothing.
        var error = problem?.Kind == PageProblemKind.SiteError ? problem : null;
        return Array.Find(Rows, row => row.Fits(error, location))?.Meaning;
    }

    /// <summary>The error that a body holds; null where it holds none.</summary>
    public static PageProblem? Error(ReadOnlyMemory<byte> body) => LiveAnswer.Parse(body).Problem is { Kind: PageProblemKind.SiteError } error ? error : null;
}
