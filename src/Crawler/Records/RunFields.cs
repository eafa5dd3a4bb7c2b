namespace LiveQuality.Crawler.Records;

/// <summary>What a crawl's items had, and what of it was not as before. Later crawls of the site are compared with this.</summary>
/// <param name="Site">Scheme, host and port.</param>
/// <param name="Kinds">Coverage and types by kind.</param>
/// <param name="Alerts">What changed, broken fields first.</param>
/// <param name="Accepted">Whether somebody has said that the broken fields are how the site is now.</param>
public sealed record RunFields(string Site, IReadOnlyList<KindFields> Kinds, IReadOnlyList<FieldAlert> Alerts, bool Accepted = false);
