using LiveQuality.Crawler.Cleaning.Rules;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Drafts that have passed every rule, as records. Nothing is decided here.</summary>
internal static class ToRecord
{
    public static Live Live(LiveDraft draft, DateTimeOffset observedAt) => new()
    {
        Id = draft.Id!,
        ObservedAt = observedAt,
        Subject = draft.Subject,
        Description = draft.Description,
        Outline = draft.Outline,
        SpeakerId = draft.Speaker?.Key,
        SpeakerIntroduction = draft.SpeakerIntroduction,
        CospeakerIds = draft.Cospeakers is null ? null : [.. draft.Cospeakers.Select(speaker => speaker.Key).OfType<string>()],
        Tags = draft.Tags is null ? null : [.. draft.Tags.Select(tag => new Tag((int)tag.Id!.Value, tag.Name ?? ""))],
        Status = draft.Status,
        LiveType = draft.LiveType,
        Source = draft.Source,
        CreatedAt = UnixTime.At(draft.CreatedAt),
        StartsAt = UnixTime.At(draft.StartsAt),
        EndsAt = UnixTime.At(draft.EndsAt),
        DurationSeconds = draft.Duration,
        OpenEnded = draft.OpenEnded,
        SeatsTaken = draft.SeatsTaken,
        SeatsMax = draft.SeatsMax,
        SeatsUnlimited = draft.SeatsUnlimited,
        AmountFen = draft.AmountFen,
        OriginalPriceFen = draft.OriginalPriceFen,
        InPromotion = draft.InPromotion,
        PromotionEndsAt = UnixTime.At(draft.PromotionEndsAt),
        Purchasable = draft.Purchasable,
        Buyable = draft.Buyable,
        IsRefundable = draft.IsRefundable,
        HasAuthenticated = draft.HasAuthenticated,
        IsCommercial = draft.IsCommercial,
        IsAuditionOpen = draft.IsAuditionOpen,
        HasAudition = draft.HasAudition,
        AuditionMessageCount = draft.AuditionMessageCount,
        HasFeedback = draft.HasFeedback,
        IsPublic = draft.IsPublic,
        LikedNum = draft.LikedNum,
        SpeakerMessageCount = draft.SpeakerMessageCount,
        SpeakerAudioMessageCount = draft.SpeakerAudioMessageCount,
        ReplyMessageCount = draft.ReplyMessageCount,
        AttachmentCount = draft.AttachmentCount,
        ReviewCount = draft.ReviewCount,
        ReviewScore = draft.ReviewScore,
    };

    public static Speaker Speaker(SpeakerDraft draft, string key, string? portraitId, DateTimeOffset observedAt) => new()
    {
        Id = key,
        ObservedAt = observedAt,
        Name = draft.Name,
        UrlToken = draft.UrlToken,
        Headline = draft.Headline,
        Description = draft.Description,
        Gender = (int?)draft.Gender,
        UserType = draft.UserType,
        PortraitId = portraitId,
        BadgeCount = (int?)draft.BadgeCount,
        FollowerCount = draft.FollowerCount,
        VoteupCount = draft.VoteupCount,
        ThankedCount = draft.ThankedCount,
        FavoritedCount = draft.FavoritedCount,
        AnswerCount = draft.AnswerCount,
        ArticlesCount = draft.ArticlesCount,
        HostedLiveCount = draft.HostedLiveCount,
        ParticipatedLiveCount = draft.ParticipatedLiveCount,
    };

    public static Review Review(ReviewDraft draft, DateTimeOffset observedAt) => new()
    {
        Id = draft.Id!,
        ObservedAt = observedAt,
        LiveId = draft.LiveId,
        AuthorId = draft.AuthorId,
        Score = (int)draft.Score!.Value,
        Content = draft.Content,
        CreatedAt = UnixTime.At(draft.CreatedAt),
        UpdatedAt = UnixTime.At(draft.UpdatedAt),
        TicketId = (int?)draft.TicketId,
        IsGiftReceiver = draft.IsGiftReceiver,
    };
}
