using System.CommandLine;

namespace LiveQuality.Worker.Commands;

/// <summary><c>--min-reviews</c> and <c>--features</c>, which go over what the configuration says, and <c>--accept-broken-fields</c>, which a person decides each time.</summary>
internal static class TrainingOverrides
{
    public static Option<int?> MinReviews { get; } = new Option<int?>("--min-reviews")
    {
        Description = "Learn from lives with at least so many reviews (default 18)",
        HelpName = "N",
    }.AtLeast(1);

    public static Option<int?> Features { get; } = new Option<int?>("--features")
    {
        Description = "Learn from the study's 24 columns, 23 (without the tag) or the best 15 (default 15)",
        HelpName = "N",
    }.OneOf("15", "23", "24");

    public static Option<bool> AcceptBrokenFields { get; } = new("--accept-broken-fields")
    {
        Description = "Learn from records though a crawl found fields broken, and compare later crawls with it",
    };
}
