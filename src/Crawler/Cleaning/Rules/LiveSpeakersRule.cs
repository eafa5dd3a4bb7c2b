namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A live's speakers pass the rules of people. One bad speaker sets the live aside, under that rule's name; a missing one is merely unknown.</summary>
internal sealed class LiveSpeakersRule(IReadOnlyList<ICleaningRule<SpeakerDraft>> rules) : ICleaningRule<LiveDraft>
{
    public string Name => "live-speakers";

    public CleanResult<LiveDraft> Apply(LiveDraft draft)
    {
        var speaker = draft.Speaker;
        if (speaker is not null)
        {
            var result = RuleOrder.Apply(rules, speaker);
            if (result.Kept is null)
            {
                return CleanResult<LiveDraft>.Quarantine(result.Rule!, $"speaker: {result.Reason}");
            }

            speaker = result.Kept;
        }

        var cospeakers = new List<SpeakerDraft>(draft.Cospeakers?.Count ?? 0);
        foreach (var cospeaker in draft.Cospeakers ?? [])
        {
            var result = RuleOrder.Apply(rules, cospeaker);
            if (result.Kept is null)
            {
                return CleanResult<LiveDraft>.Quarantine(result.Rule!, $"cospeakers: {result.Reason}");
            }

            cospeakers.Add(result.Kept);
        }

        return CleanResult<LiveDraft>.Keep(draft with { Speaker = speaker, Cospeakers = draft.Cospeakers is null ? null : cospeakers });
    }
}
