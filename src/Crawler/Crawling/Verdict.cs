using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What is done about an answer, and why.</summary>
/// <param name="Reaction">What is done.</param>
/// <param name="Outcome">What the address's history says, one line.</param>
/// <param name="Pause">How long the host is left alone after a stop; null where it need not be.</param>
internal sealed record Verdict(Reaction Reaction, string Outcome, TimeSpan? Pause = null)
{
    /// <summary>Outcome of a page that was read.</summary>
    public const string Fetched = "fetched";

    // What the site means, and what follows from it: the right half of the table in zhihu-protocol.md, section 1.6. Bans last minutes to hours (Germey/Zhihu
    // issue 6); the captcha stays until a person has passed it, and asking again before makes it worse.
    private static readonly Dictionary<SiteMeaning, Verdict> BySite = new()
    {
        [SiteMeaning.CaptchaWall] = new(Reaction.Stop, "the captcha wall: a person has to pass it in a browser first", TimeSpan.FromDays(1)),
        [SiteMeaning.RiskControl] = new(Reaction.Stop, "risk control: the site has closed the door for a while", TimeSpan.FromHours(6)),
        [SiteMeaning.LoginWanted] = new(Reaction.Stop, "only members who are logged in may ask, and this crawler never logs in"),
        [SiteMeaning.SignatureWanted] = new(Reaction.Skip, "refused for good: the site wants a signature that this crawler does not imitate"),
        [SiteMeaning.TargetGone] = new(Reaction.Bury, "gone"),
        [SiteMeaning.ClientTooOld] = new(Reaction.Skip, "skipped: only newer programs may see it"),
    };

    /// <summary>Judges an answer before it is read.</summary>
    /// <param name="page">The answer.</param>
    public static Verdict Of(FetchOutcome page) => page.Status switch
    {
        FetchStatus.Fetched => new Verdict(Reaction.Read, Fetched),
        FetchStatus.NotModified => new Verdict(Reaction.Keep, "unchanged"),
        FetchStatus.NotRecorded => new Verdict(Reaction.Miss, "not recorded"),
        FetchStatus.Withheld when page.Withheld is { Reason: WithheldReason.Robots, Until: null } => new Verdict(Reaction.Skip, $"forbidden: {page.Detail}"),
        FetchStatus.Withheld => new Verdict(Reaction.Wait, page.Detail),
        _ when SiteSignals.Find(page.Body, page.Location) is { } meaning => Named(BySite[meaning], page.Detail),
        FetchStatus.Gone => new Verdict(Reaction.Bury, "gone"),
        FetchStatus.Blocked when page.Location is null => new Verdict(Reaction.Stop, page.Detail),
        _ => new Verdict(Reaction.Fail, page.Detail),
    };

    /// <summary>Judges a page that was answered with 200 and is not what was asked for.</summary>
    /// <param name="problem">What it is.</param>
    /// <param name="address">Its address.</param>
    public static Verdict Of(PageProblem problem, string address) => SiteSignals.Find(problem, null) is { } meaning
        ? Named(BySite[meaning], $"{address}: {problem.Reason}")
        : new Verdict(Reaction.Fail, $"{address}: {problem.Reason}");

    // A stop is read by people who wonder what happened: the address and the site's own words belong to it. What is gone is simply gone.
    private static Verdict Named(Verdict verdict, string detail) =>
        verdict.Reaction == Reaction.Stop ? verdict with { Outcome = $"{detail}: {verdict.Outcome}" } : verdict;
}
