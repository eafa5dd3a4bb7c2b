namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A person's counts are zero or more; the number of badges also fits its record.</summary>
internal sealed class SpeakerCountRule : ICleaningRule<SpeakerDraft>
{
    private static readonly CountCheck<SpeakerDraft> Counts = new(
        ("badge", draft => draft.BadgeCount),
        ("follower_count", draft => draft.FollowerCount),
        ("voteup_count", draft => draft.VoteupCount),
        ("thanked_count", draft => draft.ThankedCount),
        ("favorited_count", draft => draft.FavoritedCount),
        ("answer_count", draft => draft.AnswerCount),
        ("articles_count", draft => draft.ArticlesCount),
        ("hosted_live_count", draft => draft.HostedLiveCount),
        ("participated_live_count", draft => draft.ParticipatedLiveCount));

    public string Name => "speaker-count";

    public CleanResult<SpeakerDraft> Apply(SpeakerDraft draft) => draft.BadgeCount > int.MaxValue
        ? CleanResult<SpeakerDraft>.Quarantine(Name, $"badge is {Shown.Number(draft.BadgeCount)}")
        : Counts.Apply(Name, draft);
}
