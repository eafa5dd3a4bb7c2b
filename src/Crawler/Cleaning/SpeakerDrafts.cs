using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Speaker drafts from what the site sent.</summary>
internal static class SpeakerDrafts
{
    /// <returns>Null where the view names nobody.</returns>
    public static SpeakerDraft? From(WireSpeaker? speaker) => speaker?.Member is { } member
        ? new SpeakerDraft
        {
            MemberId = member.Id,
            Name = member.Name,
            UrlToken = member.UrlToken,
            Headline = member.Headline,
            Gender = member.Gender,
            UserType = member.UserType,
            AvatarUrl = member.AvatarUrl,
            BadgeCount = member.BadgeCount,
        }
        : null;

    /// <summary>From a page's state: '' and an empty list may be defaults.</summary>
    public static SpeakerDraft? FromPageState(WireSpeaker? speaker) => From(speaker) is { } draft
        ? draft with
        {
            Name = Said.Text(draft.Name),
            UrlToken = Said.Text(draft.UrlToken),
            Headline = Said.Text(draft.Headline),
            BadgeCount = Said.Number(draft.BadgeCount),
        }
        : null;

    public static SpeakerDraft From(WirePerson person) => new()
    {
        MemberId = person.Id,
        Name = person.Name,
        UrlToken = person.UrlToken,
        Headline = person.Headline,
        Description = person.Description,
        Gender = person.Gender,
        UserType = person.UserType,
        AvatarUrl = person.UseDefaultAvatar == true ? null : person.AvatarUrl,
        BadgeCount = person.BadgeCount,
        FollowerCount = person.FollowerCount,
        VoteupCount = person.VoteupCount,
        ThankedCount = person.ThankedCount,
        FavoritedCount = person.FavoritedCount,
        AnswerCount = person.AnswerCount,
        ArticlesCount = person.ArticlesCount,
        HostedLiveCount = person.HostedLiveCount,
        ParticipatedLiveCount = person.ParticipatedLiveCount,
    };
}
