using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Live drafts from each view there is.</summary>
internal static class LiveDrafts
{
    /// <summary>From the API: a list or a detail.</summary>
    public static LiveDraft FromFull(WireLive live) => new()
    {
        Id = live.Id,
        Subject = live.Subject,
        Description = live.Description,
        Outline = live.Outline,
        Status = live.Status,
        LiveType = live.LiveType,
        Source = live.Source,
        Speaker = SpeakerDrafts.From(live.Speaker),
        SpeakerIntroduction = live.Speaker?.Description,
        Cospeakers = live.Cospeakers is null ? null : [.. live.Cospeakers.Select(SpeakerDrafts.From).OfType<SpeakerDraft>()],
        Tags = live.Tags is null ? null : [.. live.Tags.Select(tag => new TagDraft(tag?.Id, tag?.Name))],
        CreatedAt = live.CreatedAt,
        StartsAt = live.StartsAt,
        EndsAt = live.EndsAt,
        PromotionEndsAt = live.Fee?.EndTime,
        Duration = live.Duration,
        SeatsTaken = live.Seats?.Taken,
        SeatsMax = live.Seats?.Max,
        AmountFen = live.Fee?.Amount,
        OriginalPriceFen = live.Fee?.OriginalPrice,
        InPromotion = live.InPromotion,
        Purchasable = live.Purchasable,
        Buyable = live.Buyable,
        IsRefundable = live.IsRefundable,
        HasAuthenticated = live.HasAuthenticated,
        IsCommercial = live.IsCommercial,
        IsAuditionOpen = live.IsAuditionOpen,
        HasAudition = live.HasAudition,
        AuditionMessageCount = live.AuditionMessageCount,
        HasFeedback = live.HasFeedback,
        IsPublic = live.IsPublic,
        LikedNum = live.LikedNum,
        SpeakerMessageCount = live.SpeakerMessageCount,
        SpeakerAudioMessageCount = live.SpeakerAudioMessageCount,
        ReplyMessageCount = live.ReplyMessageCount,
        AttachmentCount = live.AttachmentCount,
        ReviewCount = live.Review?.Count,
        ReviewScore = live.Review?.Score,
    };

    /// <summary>
    /// From a page's state. Left out is whatever is the same in all its lives, since a fact cannot be told from a default there: among them
    /// <c>status</c>, which is "public" even for lives that ended two years before.
    /// </summary>
    public static LiveDraft FromPageState(WireLive live) => new()
    {
        Id = live.Id,
        Subject = Said.Text(live.Subject),
        Description = Said.Text(live.Description),
        Outline = Said.Text(live.Outline),
        LiveType = Said.Text(live.LiveType),
        Speaker = SpeakerDrafts.FromPageState(live.Speaker),
        SpeakerIntroduction = Said.Text(live.Speaker?.Description),
        Cospeakers = live.Cospeakers is { Count: > 0 } ? [.. live.Cospeakers.Select(SpeakerDrafts.FromPageState).OfType<SpeakerDraft>()] : null,
        Tags = live.Tags is { Count: > 0 } ? [.. live.Tags.Select(tag => new TagDraft(tag?.Id, tag?.Name))] : null,
        CreatedAt = live.CreatedAt,
        StartsAt = live.StartsAt,
        EndsAt = live.EndsAt,
        PromotionEndsAt = live.Fee?.EndTime,
        Duration = Said.Number(live.Duration),
        SeatsTaken = Said.Number(live.Seats?.Taken),
        SeatsMax = Said.Number(live.Seats?.Max),
        AmountFen = Said.Number(live.Fee?.Amount),
        OriginalPriceFen = Said.Number(live.Fee?.OriginalPrice),
        ReviewCount = Said.Number(live.Review?.Count),
        ReviewScore = live.Review?.Score,
    };

    /// <summary>From a row of the study's table, whose flags are 0 and 1, whose <c>amount</c> is in fen and whose <c>original_price</c> in yuan.</summary>
    public static CleanResult<LiveDraft> FromRow(TableRow row)
    {
        var cells = new TableCells(row.Columns);
        var draft = new LiveDraft
        {
            Id = cells.Text("live_id") ?? cells.Text("id"),
            Subject = cells.Text("live_subject"),
            Source = cells.Either("source", zero: "user", one: "admin"),
            Speaker = SpeakerFromRow(cells),
            Tags = TagsFromRow(cells),
            CreatedAt = cells.Whole("created_at"),
            StartsAt = cells.Whole("starts_at"),
            Duration = cells.Whole("duration"),
            SeatsTaken = cells.Whole("seats_taken"),
            SeatsMax = cells.Whole("seats_max"),
            AmountFen = cells.Whole("amount"),
            OriginalPriceFen = cells.FenOfYuan("original_price"),
            InPromotion = cells.Flag("in_promotion"),
            Purchasable = cells.Flag("purchasable"),
            Buyable = cells.Flag("buyable"),
            IsRefundable = cells.Flag("is_refundable"),
            HasAuthenticated = cells.Flag("has_authenticated"),
            IsCommercial = cells.Flag("is_commercial"),
            IsAuditionOpen = cells.Flag("is_audition_open"),
            HasAudition = cells.Flag("has_audition"),
            AuditionMessageCount = cells.Whole("audition_message_count"),
            HasFeedback = cells.Flag("has_feedback"),
            IsPublic = cells.Flag("is_public"),
            LikedNum = cells.Whole("liked_num"),
            SpeakerMessageCount = cells.Whole("speaker_message_count"),
            SpeakerAudioMessageCount = cells.Whole("speaker_audio_message_count"),
            ReplyMessageCount = cells.Whole("reply_message_count"),
            AttachmentCount = cells.Whole("attachment_count"),
            ReviewCount = cells.Whole("review_count"),
            ReviewScore = cells.Number("review_score"),
        };
        return cells.Error is { } error ? CleanResult<LiveDraft>.Quarantine(TableCells.Rule, error) : CleanResult<LiveDraft>.Keep(draft);
    }

    private static SpeakerDraft? SpeakerFromRow(TableCells cells) => cells.Text("speaker_url") is { } token
        ? new SpeakerDraft
        {
            UrlToken = token,
            Name = cells.Text("speaker_name"),
            Gender = cells.Whole("gender"),
            UserType = cells.Either("user_type", zero: "organization", one: "people"),
            BadgeCount = cells.Whole("badge"),
        }
        : null;

    // The table keeps the first topic only; a live without one has blank cells, or 0 in later editions.
    private static IReadOnlyList<TagDraft> TagsFromRow(TableCells cells)
    {
        var tag = new TagDraft(cells.Whole("tag_id"), cells.Text("tag_name"));
        return tag is { Id: null or 0, Name: null } ? [] : [tag];
    }
}
