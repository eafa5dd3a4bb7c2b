namespace LiveQuality.ZhihuSite.Site;

/// <summary>The site's refusals (zhihu-protocol.md, section 1.6).</summary>
internal static class SiteErrors
{
    /// <summary>A live that does not exist, or no longer.</summary>
    public static SiteAnswer NoLive { get; } = Named(404, "ERR_CONVERSATION_NOT_FOUND", "该 Live 不存在");

    /// <summary>An address that means nothing.</summary>
    public static SiteAnswer NotFound { get; } = Named(404, "ERR_NOT_FOUND", "资源不存在");

    /// <summary>An account that was closed: the person asked for is gone, not the one who asks.</summary>
    public static SiteAnswer GonePerson { get; } = Coded(400, 310001, "该帐号已停用，主页无法访问");

    /// <summary>A person that cannot be seen for now; the code is not known.</summary>
    public static SiteAnswer LimitedPerson { get; } = SiteJson.Error(403, json => json.WriteString("message", "该用户暂时被反作弊限制"));

    /// <summary>Too many requests.</summary>
    public static SiteAnswer TooMany { get; } = Coded(429, 429, "请求过于频繁，请稍后再试");

    public static SiteAnswer BadParameter { get; } = Coded(400, 10003, "请求参数异常，请升级客户端后重试");

    /// <summary>What <c>/errors/{code}</c> answers, so that a client can be tried on each of them.</summary>
    public static SiteAnswer? OfCode(string code) => code switch
    {
        "40352" => SiteJson.Error(403, json =>
        {
            json.WriteBoolean("need_login", true);
            json.WriteString("redirect", "https://www.zhihu.com/account/unhuman?type=unhuman&need_login=true");
            json.WriteNumber("code", 40352);
            json.WriteString("message", "系统监测到您的网络环境存在异常");
        }),
        "40353" => Coded(403, 40353, "请先登录"),
        "40362" => Coded(403, 40362, "您当前请求存在异常，暂时限制本次访问"),
        "10003" => BadParameter,
        "310001" => GonePerson,
        "100" => Unauthorised(100, "AuthenticationInvalidRequest", "不支持的验证方式"),
        "101" => Unauthorised(101, "ZERR_NOT_LOGIN", "未登录"),
        // The older shape: code and message on the top level.
        "old" => SiteJson.Answer(403, json =>
        {
            json.WriteNumber("code", 40353);
            json.WriteString("message", "请先登录");
        }),
        _ => null,
    };

    private static SiteAnswer Coded(int status, int code, string message) =>
        SiteJson.Error(status, json =>
        {
            json.WriteNumber("code", code);
            json.WriteString("message", message);
        });

    private static SiteAnswer Named(int status, string name, string message) =>
        SiteJson.Error(status, json =>
        {
            json.WriteString("name", name);
            json.WriteString("message", message);
        });

    private static SiteAnswer Unauthorised(int code, string name, string message) =>
        SiteJson.Answer(401, json =>
        {
            json.WriteNumber("status", 401);
            json.WriteStartObject("error");
            json.WriteNumber("code", code);
            json.WriteString("name", name);
            json.WriteString("message", message);
            json.WriteEndObject();
        });
}
