namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A review's id is digits, six in every recording.</summary>
internal sealed class ReviewIdRule : ICleaningRule<ReviewDraft>
{
    private const int Longest = 20;

    public string Name => "review-id";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft) => draft.Id is { Length: > 0 and <= Longest } id && id.All(char.IsAsciiDigit)
        ? CleanResult<ReviewDraft>.Keep(draft)
        : CleanResult<ReviewDraft>.Quarantine(Name, $"id is {Shown.Text(draft.Id)}, not digits");
}
