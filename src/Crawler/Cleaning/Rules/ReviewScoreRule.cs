namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A rating is 1..5: a review without one is no review.</summary>
internal sealed class ReviewScoreRule : ICleaningRule<ReviewDraft>
{
    private const int Lowest = 1;
    private const int Highest = 5;

    public string Name => "review-score";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft) => draft.Score is >= Lowest and <= Highest
        ? CleanResult<ReviewDraft>.Keep(draft)
        : CleanResult<ReviewDraft>.Quarantine(Name, $"score is {Shown.Number(draft.Score)}, outside {Lowest} to {Highest}");
}
