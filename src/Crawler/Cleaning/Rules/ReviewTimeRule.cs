namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A review's times, by <see cref="UnixTime"/>; never edited is 0 on the site.</summary>
internal sealed class ReviewTimeRule : ICleaningRule<ReviewDraft>
{
    public string Name => "review-time";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft)
    {
        if (!UnixTime.TryRead(draft.CreatedAt, out var created))
        {
            return Refuse("created_at", draft.CreatedAt);
        }

        return UnixTime.TryRead(draft.UpdatedAt, out var updated)
            ? CleanResult<ReviewDraft>.Keep(draft with { CreatedAt = created, UpdatedAt = updated })
            : Refuse("updated_at", draft.UpdatedAt);
    }

    private CleanResult<ReviewDraft> Refuse(string field, long? value) =>
        CleanResult<ReviewDraft>.Quarantine(Name, $"{field} is {Shown.Number(value)}, no time of this site");
}
