namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A person's texts, by <see cref="CleanText"/>.</summary>
internal sealed class SpeakerTextRule : ICleaningRule<SpeakerDraft>
{
    public string Name => "speaker-text";

    public CleanResult<SpeakerDraft> Apply(SpeakerDraft draft) => CleanResult<SpeakerDraft>.Keep(draft with
    {
        Name = CleanText.Of(draft.Name),
        Headline = CleanText.Of(draft.Headline),
        Description = CleanText.Of(draft.Description),
    });
}
