using System.Globalization;

namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>
/// A score is 1..5. The site shows 0 below five reviews, so 0 means unknown. A score above 0 with fewer than five reviews stays: the table of
/// December 2018 has a few with count 4, and the page state has the true score beside a default count of 0; both agree with other views.
/// </summary>
internal sealed class LiveScoreRule : ICleaningRule<LiveDraft>
{
    private const double Lowest = 1;
    private const double Highest = 5;

    public string Name => "live-score";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => draft.ReviewScore switch
    {
        null or (>= Lowest and <= Highest) => CleanResult<LiveDraft>.Keep(draft),
        0 => CleanResult<LiveDraft>.Keep(draft with { ReviewScore = null }),
        { } score => CleanResult<LiveDraft>.Quarantine(Name, $"review.score is {score.ToString(CultureInfo.InvariantCulture)}, outside {Lowest} to {Highest}"),
    };
}
