using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>What lists show of one live, in as few bytes as it takes: a hundred thousand of them are kept.</summary>
/// <param name="live">What the store holds.</param>
/// <param name="speaker">Who speaks; null where it is not known.</param>
/// <param name="score">Null where it has none.</param>
/// <param name="shared">Gives equal values as one.</param>
internal sealed class BoardRow(Live live, BoardSpeaker? speaker, BoardScore? score, SharedValues shared)
{
    // Not a value of any of these fields: 8 bytes less a field than a nullable one.
    private const long Unknown = long.MinValue;

    private readonly long _amountFen = live.AmountFen ?? Unknown;
    private readonly long _startsAt = live.StartsAt?.UtcTicks ?? Unknown;
    private readonly long _createdAt = live.CreatedAt?.UtcTicks ?? Unknown;
    private readonly long _reviewCount = live.ReviewCount ?? Unknown;
    private readonly double _reviewScore = live.ReviewScore ?? double.NaN;
    private readonly long _seatsTaken = live.SeatsTaken ?? Unknown;
    private readonly long _likedNum = live.LikedNum ?? Unknown;

    /// <inheritdoc cref="Live.Id"/>
    public string Id { get; } = live.Id;

    /// <inheritdoc cref="Live.Subject"/>
    public string? Subject { get; } = live.Subject;

    /// <summary>Who speaks; null where it is not known.</summary>
    public BoardSpeaker? Speaker { get; } = speaker;

    /// <inheritdoc cref="Live.Tags"/>
    public IReadOnlyList<Tag>? Tags { get; } = shared.Tags(live.Tags);

    /// <inheritdoc cref="Live.AmountFen"/>
    public long? AmountFen => Number(_amountFen);

    /// <inheritdoc cref="Live.StartsAt"/>
    public DateTimeOffset? StartsAt => Time(_startsAt);

    /// <inheritdoc cref="Live.CreatedAt"/>
    public DateTimeOffset? CreatedAt => Time(_createdAt);

    /// <inheritdoc cref="Live.ReviewCount"/>
    public long? ReviewCount => Number(_reviewCount);

    /// <inheritdoc cref="Live.ReviewScore"/>
    public double? ReviewScore => double.IsNaN(_reviewScore) ? null : _reviewScore;

    /// <inheritdoc cref="Live.SeatsTaken"/>
    public long? SeatsTaken => Number(_seatsTaken);

    /// <inheritdoc cref="Live.LikedNum"/>
    public long? LikedNum => Number(_likedNum);

    /// <inheritdoc cref="Live.Status"/>
    public string? Status { get; } = shared.Text(live.Status);

    /// <summary>Null where the live has none.</summary>
    public BoardScore? Score { get; } = score;

    private static long? Number(long value) => value == Unknown ? null : value;

    private static DateTimeOffset? Time(long ticks) => ticks == Unknown ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
