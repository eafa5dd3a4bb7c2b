namespace LiveQuality.Crawler.Zhihu;

/// <summary>What a body is where it is not the page that was asked for.</summary>
public enum PageProblemKind
{
    /// <summary>Neither JSON nor HTML: cut short, not UTF-8, nested too deep, or empty.</summary>
    Unreadable,

    /// <summary>HTML where JSON was due: a block page or an outage.</summary>
    Html,

    /// <summary><c>{}</c>: the site's answer past a depth limit.</summary>
    Nothing,

    /// <summary>The site's own error body, in either of its shapes.</summary>
    SiteError,

    /// <summary>Readable, but of no shape we know.</summary>
    WrongShape,
}
