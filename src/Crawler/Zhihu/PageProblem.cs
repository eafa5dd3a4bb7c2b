namespace LiveQuality.Crawler.Zhihu;

/// <summary>Why a body is not the page that was asked for.</summary>
/// <param name="Kind">What it is instead.</param>
/// <param name="Reason">One line for people.</param>
/// <param name="Code">The site's own error code, for example 40352 or 310001; null where it gave none.</param>
public sealed record PageProblem(PageProblemKind Kind, string Reason, long? Code = null);
