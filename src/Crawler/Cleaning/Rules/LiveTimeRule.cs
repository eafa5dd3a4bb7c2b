namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A live's times, by <see cref="UnixTime"/>.</summary>
internal sealed class LiveTimeRule : ICleaningRule<LiveDraft>
{
    public string Name => "live-time";

    public CleanResult<LiveDraft> Apply(LiveDraft draft)
    {
        if (!UnixTime.TryRead(draft.CreatedAt, out var created))
        {
            return Refuse("created_at", draft.CreatedAt);
        }

        if (!UnixTime.TryRead(draft.StartsAt, out var starts))
        {
            return Refuse("starts_at", draft.StartsAt);
        }

        if (!UnixTime.TryRead(draft.EndsAt, out var ends))
        {
            return Refuse("ends_at", draft.EndsAt);
        }

        if (!UnixTime.TryRead(draft.PromotionEndsAt, out var promotionEnds))
        {
            return Refuse("fee.end_time", draft.PromotionEndsAt);
        }

        return CleanResult<LiveDraft>.Keep(draft with { CreatedAt = created, StartsAt = starts, EndsAt = ends, PromotionEndsAt = promotionEnds });
    }

    private CleanResult<LiveDraft> Refuse(string field, long? value) =>
        CleanResult<LiveDraft>.Quarantine(Name, $"{field} is {Shown.Number(value)}, no time of this site");
}
