namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A person on its own is somebody: an anonymous one would have no key.</summary>
internal sealed class SomebodyRule : ICleaningRule<SpeakerDraft>
{
    public string Name => "somebody";

    public CleanResult<SpeakerDraft> Apply(SpeakerDraft draft) => draft.Key is not null
        ? CleanResult<SpeakerDraft>.Keep(draft)
        : CleanResult<SpeakerDraft>.Quarantine(Name, $"id is {Shown.Text(draft.MemberId)}, which is nobody's");
}
