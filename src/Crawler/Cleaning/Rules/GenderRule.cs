namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>Gender is 1, 0 or -1. An organisation has null in some views and 1 in others: both stay. Any other number says nothing we know.</summary>
internal sealed class GenderRule : ICleaningRule<SpeakerDraft>
{
    public string Name => "gender";

    public CleanResult<SpeakerDraft> Apply(SpeakerDraft draft) => CleanResult<SpeakerDraft>.Keep(
        draft.Gender is null or (>= -1 and <= 1) ? draft : draft with { Gender = null });
}
