namespace LiveQuality.Crawler.Crawling;

/// <summary>What an address in the frontier holds; also its priority, lower first.</summary>
internal static class TargetKind
{
    public const string Feed = "feed";
    public const string Reviews = "reviews";
    public const string Speaker = "speaker";

    // People hardly change, so they can wait longest.
    public static int Priority(string kind) => kind switch
    {
        Feed => 0,
        Reviews => 1,
        _ => 2,
    };
}
