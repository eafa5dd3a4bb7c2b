namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A topic has an id; its name may be missing. A live without topics is normal.</summary>
internal sealed class TagRule : ICleaningRule<LiveDraft>
{
    public string Name => "tag";

    public CleanResult<LiveDraft> Apply(LiveDraft draft)
    {
        foreach (var tag in draft.Tags ?? [])
        {
            if (tag.Id is not (> 0 and <= int.MaxValue))
            {
                return CleanResult<LiveDraft>.Quarantine(Name, $"tags.id is {Shown.Number(tag.Id)}");
            }
        }

        return CleanResult<LiveDraft>.Keep(draft);
    }
}
