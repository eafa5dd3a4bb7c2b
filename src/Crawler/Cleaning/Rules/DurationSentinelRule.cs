namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A duration of 600,000,000 s (19 years) means "no end" on the site; as a number it would drown every scale.</summary>
internal sealed class DurationSentinelRule : ICleaningRule<LiveDraft>
{
    internal const long NoEnd = 600_000_000;

    public string Name => "duration-sentinel";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => CleanResult<LiveDraft>.Keep(draft.Duration switch
    {
        null => draft,
        >= NoEnd => draft with { Duration = null, OpenEnded = true },
        _ => draft with { OpenEnded = false },
    });
}
