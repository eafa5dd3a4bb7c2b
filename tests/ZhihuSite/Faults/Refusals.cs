using System.Globalization;
using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Answers that are no answers: too busy, not for you, not any more (zhihu-protocol.md, section 1.6).</summary>
internal static class Refusals
{
    private const string Wall = "/account/unhuman";

    /// <summary>429 with <c>Retry-After</c> in seconds.</summary>
    public static AnswerFault TooMany(TimeSpan retryAfter) =>
        new("429", (_, _) => SiteErrors.TooMany.With("Retry-After", ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    /// <summary>429 with <c>Retry-After</c> as a date (RFC 9110, section 10.2.3).</summary>
    public static AnswerFault TooManyUntil(TimeSpan retryAfter) =>
        new("429-date", (moment, _) => SiteErrors.TooMany.With("Retry-After", (moment.Now + retryAfter).ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>A server that is down for some requests in a row.</summary>
    public static AnswerFault Outage(int status = 503, int requests = 5) =>
        new("5xx", (_, _) => new SiteAnswer(status, "text/html", "<html><body><h1>Service Unavailable</h1></body></html>"u8.ToArray()))
        {
            Scope = FaultScope.Burst,
            BurstLength = requests,
        };

    /// <summary>403 with 40352: solve a captcha first.</summary>
    public static AnswerFault Captcha() => Coded("captcha", "40352");

    /// <summary>The captcha wall's older form: 302 to a page for people.</summary>
    public static AnswerFault CaptchaRedirect() =>
        new("captcha-redirect", (_, _) => RedirectFaults.Found($"{Wall}?type=unhuman&message=%E7%B3%BB%E7%BB%9F%E7%9B%91%E6%B5%8B&need_login=false"));

    /// <summary>403 with 40362: risk control.</summary>
    public static AnswerFault RiskControl() => Coded("risk", "40362");

    /// <summary>403 with 40353: log in first.</summary>
    public static AnswerFault LoginWanted() => Coded("login", "40353");

    /// <summary>400 with 10003: sign your request.</summary>
    public static AnswerFault SignatureWanted() => Coded("signature", "10003");

    /// <summary>404 for lives and their reviews, for good.</summary>
    public static AnswerFault GoneLive() =>
        new("gone-live", (_, _) => SiteErrors.NoLive)
        {
            Scope = FaultScope.Address,
            Only = request => request.Path.StartsWith("/lives/", StringComparison.Ordinal) && request.Path != "/lives/homefeed",
        };

    /// <summary>310001 for people: their account is closed.</summary>
    public static AnswerFault GonePerson() => OfPerson("gone-person", SiteErrors.GonePerson);

    /// <summary>The other word for a person that cannot be seen.</summary>
    public static AnswerFault LimitedPerson() => OfPerson("limited-person", SiteErrors.LimitedPerson);

    private static AnswerFault OfPerson(string name, SiteAnswer answer) =>
        new(name, (_, _) => answer) { Scope = FaultScope.Address, Only = request => request.Path.StartsWith("/people/", StringComparison.Ordinal) };

    private static AnswerFault Coded(string name, string code) => new(name, (_, _) => SiteErrors.OfCode(code)!);
}
