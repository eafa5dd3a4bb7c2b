using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Features;

/// <summary>The columns that the study learns from, in the study's order, and how each is read from the records.</summary>
/// <remarks>
/// Numbers keep the units of the study's table, so that its models and ours see the same values: seconds, fen for <c>amount</c>, yuan for
/// <c>original_price</c>. Yes is 1 and no is 0. Null is unknown.
/// </remarks>
public static class StudyFeatures
{
    private const double FenPerYuan = 100;

    private static readonly (string Name, Func<Live, Speaker?, double?> Read)[] Columns =
    [
        // A length or a limit that the site lifted is unknown, not the last one there was.
        ("duration", (live, _) => live.OpenEnded == true ? null : live.DurationSeconds),
        ("reply_message_count", (live, _) => live.ReplyMessageCount),
        ("source", (live, _) => Number(live.Source is null ? null : live.Source == "admin")),
        ("purchasable", (live, _) => Number(live.Purchasable)),
        ("is_refundable", (live, _) => Number(live.IsRefundable)),
        ("has_authenticated", (live, _) => Number(live.HasAuthenticated)),
        ("user_type", (_, speaker) => Number(speaker?.UserType is null ? null : speaker.UserType != "organization")),
        ("gender", (_, speaker) => speaker?.Gender),
        ("badge", (_, speaker) => speaker?.BadgeCount),
        (Tag, (live, _) => live.Tags is [var first, ..] ? first.Id : 0),
        ("speaker_audio_message_count", (live, _) => live.SpeakerAudioMessageCount),
        ("attachment_count", (live, _) => live.AttachmentCount),
        ("liked_num", (live, _) => live.LikedNum),
        ("is_commercial", (live, _) => Number(live.IsCommercial)),
        ("audition_message_count", (live, _) => live.AuditionMessageCount),
        ("is_audition_open", (live, _) => Number(live.IsAuditionOpen)),
        ("seats_taken", (live, _) => live.SeatsTaken),
        ("seats_max", (live, _) => live.SeatsUnlimited == true ? null : live.SeatsMax),
        ("speaker_message_count", (live, _) => live.SpeakerMessageCount),
        ("amount", (live, _) => live.AmountFen),
        ("original_price", (live, _) => live.OriginalPriceFen / FenPerYuan),
        ("has_audition", (live, _) => Number(live.HasAudition)),
        ("has_feedback", (live, _) => Number(live.HasFeedback)),
        (ReviewCount, (live, _) => live.ReviewCount),
    ];

    private static readonly Dictionary<string, int> Positions =
        Columns.Select((column, position) => (column.Name, position)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The column of the first tag; 0 where there is none.</summary>
    internal const string Tag = "tag_id";

    /// <summary>What is learnt: the mean rating. No feature.</summary>
    internal const string ReviewScore = "review_score";

    /// <summary>The column that says how many listeners reviewed a live.</summary>
    public const string ReviewCount = "review_count";

    /// <summary>All 24 columns.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>Columns that "exist only after the live" (the study's flaw 5): nobody knows them when the live is announced.</summary>
    internal static IReadOnlySet<string> AfterTheLive { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "reply_message_count", "speaker_audio_message_count", "attachment_count", "liked_num", "seats_taken", "speaker_message_count", "has_feedback", ReviewCount,
    };

    /// <summary>The 23 columns without <c>tag_id</c>, whose size means nothing.</summary>
    public static IReadOnlyList<string> WithoutTag { get; } = [.. All.Where(name => name != Tag)];

    /// <summary>Position of a column in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    internal static int IndexOf(string column) =>
        Positions.TryGetValue(column, out var position) ? position : throw new ArgumentException($"{column} is no feature", nameof(column));

    /// <summary>Reads all columns of one live.</summary>
    /// <param name="live">The live.</param>
    /// <param name="speaker">Its speaker, or null where unknown.</param>
    /// <returns>One value a column of <see cref="All"/>, in that order.</returns>
    internal static double?[] Read(Live live, Speaker? speaker) => Array.ConvertAll(Columns, column => column.Read(live, speaker));

    private static double? Number(bool? value) => value is null ? null : value.Value ? 1 : 0;
}
