namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>Seat limits of ten million and more mean "no limit" on the site; as numbers they would drown every scale.</summary>
internal sealed class SeatSentinelRule : ICleaningRule<LiveDraft>
{
    internal const long NoLimitFrom = 10_000_000;

    public string Name => "seat-sentinel";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => CleanResult<LiveDraft>.Keep(draft.SeatsMax switch
    {
        null => draft,
        >= NoLimitFrom => draft with { SeatsMax = null, SeatsUnlimited = true },
        _ => draft with { SeatsUnlimited = false },
    });
}
