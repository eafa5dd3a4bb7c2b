namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Columns that the copula ties together, by the study's names.</summary>
internal static class Columns
{
    public const string CreatedAt = "created_at";

    /// <summary>Seconds between announcement and start.</summary>
    public const string Lead = "lead";

    /// <summary>Not tied to the others by the copula but by a regression, since it means little for lives with few reviews.</summary>
    public const string Score = "review_score";

    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static IReadOnlyList<string> All { get; } =
    [
        CreatedAt, Lead, "duration", "reply_message_count", "purchasable", "has_authenticated", "user_type", "gender", "badge",
        "tag_id", "speaker_audio_message_count", "attachment_count", "liked_num", "audition_message_count", "is_audition_open", "seats_taken", "seats_max",
        "speaker_message_count", "amount", "review_count",
    ];
}
