namespace LiveQuality.Mining.Features.Rich;

/// <summary>The numbers of one live by name, those that mean "no limit" as unknown; NaN where unknown.</summary>
internal sealed class LiveFigures
{
    /// <summary>The site sends this many seconds for a live without a planned end.</summary>
    public const double NoEndFrom = 600_000_000;

    /// <summary>The site sends this many seats, or ten times as many, where there is no limit.</summary>
    public const double NoLimitFrom = 10_000_000;

    private const double FenPerYuan = 100;

    private static readonly int DurationAt = StudyFeatures.IndexOf("duration");
    private static readonly int SeatsMaxAt = StudyFeatures.IndexOf("seats_max");
    private static readonly int AmountAt = StudyFeatures.IndexOf("amount");
    private static readonly int OriginalPriceAt = StudyFeatures.IndexOf("original_price");
    private static readonly int SeatsTakenAt = StudyFeatures.IndexOf("seats_taken");
    private static readonly int ReviewsAt = StudyFeatures.IndexOf(StudyFeatures.ReviewCount);
    private static readonly int LikedAt = StudyFeatures.IndexOf("liked_num");
    private static readonly int MessagesAt = StudyFeatures.IndexOf("speaker_message_count");
    private static readonly int AudioMessagesAt = StudyFeatures.IndexOf("speaker_audio_message_count");
    private static readonly int RepliesAt = StudyFeatures.IndexOf("reply_message_count");
    private static readonly int AttachmentsAt = StudyFeatures.IndexOf("attachment_count");
    private static readonly int TagAt = StudyFeatures.IndexOf(StudyFeatures.Tag);

    private readonly double[] _study;

    /// <param name="live">The live; its numbers are copied, not changed.</param>
    public LiveFigures(RichLive live)
    {
        _study = [.. live.Study];
        _study[DurationAt] = Below(NoEndFrom, _study[DurationAt]);
        _study[SeatsMaxAt] = Below(NoLimitFrom, _study[SeatsMaxAt]);
        CreatedAt = Known(live.CreatedAt);
        StartsAt = Known(live.StartsAt);
    }

    /// <summary>One number a column of <see cref="StudyFeatures.All"/>.</summary>
    public IReadOnlyList<double> Study => _study;

    /// <summary>Unix seconds.</summary>
    public double CreatedAt { get; }

    /// <summary>Unix seconds.</summary>
    public double StartsAt { get; }

    /// <summary>Seconds.</summary>
    public double Duration => _study[DurationAt];

    public double SeatsMax => _study[SeatsMaxAt];

    /// <summary>Price today, yuan.</summary>
    public double Price => _study[AmountAt] / FenPerYuan;

    /// <summary>Price without promotion, yuan.</summary>
    public double OriginalPrice => _study[OriginalPriceAt];

    public double SeatsTaken => _study[SeatsTakenAt];

    public double Reviews => _study[ReviewsAt];

    public double Liked => _study[LikedAt];

    /// <summary>Messages by the speaker, spoken ones among them.</summary>
    public double Messages => _study[MessagesAt];

    public double AudioMessages => _study[AudioMessagesAt];

    public double Replies => _study[RepliesAt];

    public double Attachments => _study[AttachmentsAt];

    /// <summary>Id of the first tag; NaN where there is none.</summary>
    public double Tag => _study[TagAt] is var tag and not 0 ? tag : double.NaN;

    private static double Below(double limit, double value) => value >= limit ? double.NaN : value;

    private static double Known(double? time) => time is { } seconds && double.IsFinite(seconds) ? seconds : double.NaN;
}
