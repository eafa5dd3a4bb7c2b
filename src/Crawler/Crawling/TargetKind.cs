namespace LiveQuality.Crawler.Crawling;

/// <summary>What an address in the frontier holds; also its priority, lower first.</summary>
internal static class TargetKind
{
    public const string Feed = "feed";
    public const string Live = "live";
    public const string Reviews = "reviews";
    public const string Speaker = "speaker";

    // The feed shifts while it is read, so it goes first. A second look at a live may lead to reviews; people hardly change, so they can wait longest.
    public static int Priority(string kind) => kind switch
    {
        Feed => 0,
        Live => 1,
        Reviews => 2,
        _ => 3,
    };
}
