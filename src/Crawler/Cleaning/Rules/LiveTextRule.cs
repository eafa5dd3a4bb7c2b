namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A live's texts, by <see cref="CleanText"/>.</summary>
internal sealed class LiveTextRule : ICleaningRule<LiveDraft>
{
    public string Name => "live-text";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => CleanResult<LiveDraft>.Keep(draft with
    {
        Subject = CleanText.Of(draft.Subject),
        Description = CleanText.Of(draft.Description),
        SpeakerIntroduction = CleanText.Of(draft.SpeakerIntroduction),
        Outline = CleanText.Of(draft.Outline),
    });
}
