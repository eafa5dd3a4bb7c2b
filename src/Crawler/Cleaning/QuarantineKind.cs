namespace LiveQuality.Crawler.Cleaning;

/// <summary>What a quarantined payload should have been.</summary>
internal static class QuarantineKind
{
    public const string Live = "live";
    public const string Review = "review";
    public const string Speaker = "speaker";
    public const string Page = "page";
}
