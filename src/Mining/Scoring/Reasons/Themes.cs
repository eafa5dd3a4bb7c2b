using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>What a column is about: a model sees a price as several columns, a person as one thing.</summary>
internal static class Themes
{
    private static readonly Dictionary<string, ReasonTheme> Of = new (ReasonTheme Theme, IEnumerable<string> Columns)[]
    {
        (ReasonTheme.Price, ["amount", "original_price", "log_amount", "log_revenue", "discount", "is_free", "price_to_speaker"]),
        (ReasonTheme.Length, ["duration", "log_duration", "open_ended"]),
        (ReasonTheme.Seats, ["seats_taken", "seats_max", "log_seats_max", "log_seats_taken", "seats_filled", "seats_unlimited", "seats_to_speaker"]),
        (ReasonTheme.Reviews, ["has_feedback", StudyFeatures.ReviewCount, "liked_num", "log_review_count", "log_liked_num", "reviews_per_seat", "liked_per_seat", "liked_per_review", "reviews_to_speaker"]),
        (ReasonTheme.Messages,
        [
            "reply_message_count", "speaker_audio_message_count", "attachment_count", "speaker_message_count", "log_speaker_message_count", "log_reply_message_count", "log_speaker_audio_message_count",
            "log_attachment_count", "replies_per_seat", "messages_per_minute", "audio_share", "attachments_per_message",
        ]),
        (ReasonTheme.EarlierLives,
        [
            "speaker_lives", "speaker_days_since_last", "speaker_days_since_first", "speaker_log_seats", "speaker_log_reviews", "speaker_liked_per_seat", "speaker_liked_per_review", "speaker_reviews_per_seat",
            "speaker_log_messages", "speaker_log_price", "speaker_last_log_seats", "speaker_last_reviews", "speaker_last_liked_per_seat", "speaker_total_log_seats", "speaker_free_share", "speaker_tags",
            "speaker_same_tag", .. SpeakerScores.Names,
        ]),
        (ReasonTheme.Tag, [StudyFeatures.Tag, .. TagScores.Names]),
        (ReasonTheme.Calendar, ["lead_days", "log_lead_days", "start_day", "created_day", "start_weekday", "start_hour", "start_month"]),
        (ReasonTheme.Profile, ["has_authenticated", "user_type", "gender", "badge"]),
        (ReasonTheme.Offer, ["source", "purchasable", "is_refundable", "is_commercial", "audition_message_count", "is_audition_open", "has_audition"]),
        (ReasonTheme.Portrait, PortraitFeatures.All),
        (ReasonTheme.Said, [ScoreReasons.ReviewsSoFar]),
        (ReasonTheme.Bounds, [ScoreReasons.Bounds]),
    }.SelectMany(theme => theme.Columns.Select(column => (column, theme.Theme))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The theme of a column, or of one of the names in <see cref="ScoreReasons"/>; <see cref="ReasonTheme.Other"/> where it has none.</summary>
    public static ReasonTheme OfColumn(string column) => Of.GetValueOrDefault(column, ReasonTheme.Other);
}
