namespace LiveQuality.Crawler.Zhihu;

/// <summary>Error codes of the site that we act on.</summary>
public static class SiteErrorCode
{
    /// <summary>"该帐号已停用，主页无法访问": the account that was asked for is closed (zhihu-oauth issue 141). Not our account, so there is no reason to stop.</summary>
    public const long AccountClosed = 310001;
}
