namespace LiveQuality.Crawler.Zhihu;

/// <summary>What the site means by an answer that is not the page that was asked for.</summary>
public enum SiteMeaning
{
    /// <summary>Its captcha wall: a person has to pass it before anything else is answered.</summary>
    CaptchaWall,

    /// <summary>Its risk control has closed the door for a while.</summary>
    RiskControl,

    /// <summary>Only members who are logged in may ask; this crawler never logs in.</summary>
    LoginWanted,

    /// <summary>Requests have to be signed as the site's own programs sign them; this crawler does not imitate them.</summary>
    SignatureWanted,

    /// <summary>The account or live that was asked for is gone: the target's matter, not ours.</summary>
    TargetGone,

    /// <summary>Only newer programs may see this one thing (video lives).</summary>
    ClientTooOld,
}
