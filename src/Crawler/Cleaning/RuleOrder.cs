using LiveQuality.Crawler.Cleaning.Rules;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Every rule, in the order in which they apply. The first that sets a draft aside names the reason.</summary>
internal static class RuleOrder
{
    public static IReadOnlyList<ICleaningRule<SpeakerDraft>> Speakers { get; } =
    [
        new SpeakerKeyRule(),
        new SpeakerCountRule(),
        new GenderRule(),
        new SpeakerTextRule(),
    ];

    /// <summary>A person on its own is a record, so it needs a key; a speaker of a live may be anonymous.</summary>
    public static IReadOnlyList<ICleaningRule<SpeakerDraft>> People { get; } = [.. Speakers, new SomebodyRule()];

    public static IReadOnlyList<ICleaningRule<LiveDraft>> Lives { get; } =
    [
        new LiveIdRule(),
        new LiveSpeakersRule(Speakers),
        new LiveCountRule(),
        new DurationSentinelRule(), // Behind the counts: a negative number is no sentinel.
        new SeatSentinelRule(),
        new PriceRule(),
        new LiveScoreRule(),
        new LiveTimeRule(),
        new TagRule(),
        new LiveTextRule(),
    ];

    public static IReadOnlyList<ICleaningRule<ReviewDraft>> Reviews { get; } =
    [
        new ReviewIdRule(),
        new ReviewScoreRule(),
        new AuthorRule(),
        new TicketRule(),
        new ReviewTimeRule(),
        new ReviewTextRule(),
    ];

    public static CleanResult<T> Apply<T>(IReadOnlyList<ICleaningRule<T>> rules, T draft)
        where T : class
    {
        foreach (var rule in rules)
        {
            var result = rule.Apply(draft);
            if (result.Kept is null)
            {
                return result;
            }

            draft = result.Kept;
        }

        return CleanResult<T>.Keep(draft);
    }
}
