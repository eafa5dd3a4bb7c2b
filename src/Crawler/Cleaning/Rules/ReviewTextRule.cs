namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A review's text, by <see cref="CleanText"/>; empty text is a rating alone.</summary>
internal sealed class ReviewTextRule : ICleaningRule<ReviewDraft>
{
    public string Name => "review-text";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft) => CleanResult<ReviewDraft>.Keep(draft with { Content = CleanText.Of(draft.Content) });
}
