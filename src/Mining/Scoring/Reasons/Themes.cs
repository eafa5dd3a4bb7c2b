using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>What a column is about, in words that people use: a model sees a price as several columns, a person as one thing.</summary>
internal static class Themes
{
    public const string Price = "the price";
    public const string Length = "the length";
    public const string Seats = "seats and listeners";
    public const string Reviews = "the number of reviews and likes";
    public const string Messages = "the messages";
    public const string EarlierLives = "the speaker's earlier lives";
    public const string Tag = "the tag";
    public const string Calendar = "the date";
    public const string Profile = "the speaker's profile";
    public const string Offer = "how it is offered";
    public const string Portrait = "the portrait";

    /// <summary>Columns that nobody has named here.</summary>
    public const string Other = "other things";

    private static readonly Dictionary<string, string> Of = new (string Theme, IEnumerable<string> Columns)[]
    {
        (Price, ["amount", "original_price", "log_amount", "log_revenue", "discount", "is_free", "price_to_speaker"]),
        (Length, ["duration", "log_duration", "open_ended"]),
        (Seats, ["seats_taken", "seats_max", "log_seats_max", "log_seats_taken", "seats_filled", "seats_unlimited", "seats_to_speaker"]),
        (Reviews, ["has_feedback", StudyFeatures.ReviewCount, "liked_num", "log_review_count", "log_liked_num", "reviews_per_seat", "liked_per_seat", "liked_per_review", "reviews_to_speaker"]),
        (Messages,
        [
            "reply_message_count", "speaker_audio_message_count", "attachment_count", "speaker_message_count", "log_speaker_message_count", "log_reply_message_count", "log_speaker_audio_message_count",
            "log_attachment_count", "replies_per_seat", "messages_per_minute", "audio_share", "attachments_per_message",
        ]),
        (EarlierLives,
        [
            "speaker_lives", "speaker_days_since_last", "speaker_days_since_first", "speaker_log_seats", "speaker_log_reviews", "speaker_liked_per_seat", "speaker_liked_per_review", "speaker_reviews_per_seat",
            "speaker_log_messages", "speaker_log_price", "speaker_last_log_seats", "speaker_last_reviews", "speaker_last_liked_per_seat", "speaker_total_log_seats", "speaker_free_share", "speaker_tags",
            "speaker_same_tag", .. SpeakerScores.Names,
        ]),
        (Tag, [StudyFeatures.Tag, .. TagScores.Names]),
        (Calendar, ["lead_days", "log_lead_days", "start_day", "created_day", "start_weekday", "start_hour", "start_month"]),
        (Profile, ["has_authenticated", "user_type", "gender", "badge"]),
        (Offer, ["source", "purchasable", "is_refundable", "is_commercial", "audition_message_count", "is_audition_open", "has_audition"]),
        (Portrait, PortraitFeatures.All),
    }.SelectMany(theme => theme.Columns.Select(column => (column, theme.Theme))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The theme of a column; <see cref="Other"/> where it has none.</summary>
    public static string OfColumn(string column) => Of.GetValueOrDefault(column, Other);
}
