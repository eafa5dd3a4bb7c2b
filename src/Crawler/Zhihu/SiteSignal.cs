namespace LiveQuality.Crawler.Zhihu;

/// <summary>One row of the table of refusals: everything that it names must be there.</summary>
/// <param name="Meaning">What the row means.</param>
/// <param name="Source">Where it was seen.</param>
internal sealed record SiteSignal(SiteMeaning Meaning, string Source)
{
    /// <summary>The site's error codes; empty for any.</summary>
    public IReadOnlyList<long> Codes { get; init; } = [];

    /// <summary>Part of the site's name or message of the error; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>Path that a redirect leads to; null where none is needed.</summary>
    public string? RedirectPath { get; init; }

    public bool Fits(PageProblem? problem, Uri? location) =>
        (Codes.Count == 0 || (problem?.Code is { } code && Codes.Contains(code)))
        && (Text is null || problem?.Reason.Contains(Text, StringComparison.Ordinal) == true)
        && (RedirectPath is null || (location is not null && location.AbsolutePath.StartsWith(RedirectPath, StringComparison.Ordinal)));
}
