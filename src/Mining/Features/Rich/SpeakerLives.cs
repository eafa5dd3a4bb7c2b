using static LiveQuality.Mining.Features.Rich.Numbers;

namespace LiveQuality.Mining.Features.Rich;

/// <summary>What a speaker's earlier lives were like, but for their scores.</summary>
internal sealed class SpeakerLives
{
    private static readonly (string Name, bool Before, Func<SpeakerLives, LiveFigures, double> Read)[] Columns =
    [
        ("speaker_lives", true, (past, _) => past._lives),
        ("speaker_days_since_last", true, (past, live) => (live.StartsAt - past._last?.StartsAt ?? double.NaN) / SecondsPerDay),
        ("speaker_days_since_first", true, (past, live) => (live.StartsAt - past._first) / SecondsPerDay),
        ("speaker_log_seats", true, (past, _) => past._logSeats.Mean),
        ("speaker_log_reviews", true, (past, _) => past._logReviews.Mean),
        ("speaker_liked_per_seat", true, (past, _) => past._likedPerSeat.Mean),
        ("speaker_liked_per_review", true, (past, _) => past._likedPerReview.Mean),
        ("speaker_reviews_per_seat", true, (past, _) => past._reviewsPerSeat.Mean),
        ("speaker_log_messages", true, (past, _) => past._logMessages.Mean),
        ("speaker_log_price", true, (past, _) => past._logPrice.Mean),
        ("speaker_last_log_seats", true, (past, _) => past._last is { } last ? Log(last.SeatsTaken) : double.NaN),
        ("speaker_last_reviews", true, (past, _) => past._last?.Reviews ?? double.NaN),
        ("speaker_last_liked_per_seat", true, (past, _) => past._last is { } last ? Per(last.Liked, last.SeatsTaken) : double.NaN),
        ("speaker_total_log_seats", true, (past, _) => past._lives == 0 ? double.NaN : Log(past._seats.Sum)),
        ("speaker_free_share", true, (past, _) => past._free.Mean),
        ("speaker_tags", true, (past, _) => past._tags.Count),
        ("speaker_same_tag", true, (past, live) => past._last is { } last ? Flag(live.Tag - last.Tag, live.Tag == last.Tag) : double.NaN),
        ("price_to_speaker", true, (past, live) => Per(live.Price, past._price.Mean)),
        ("seats_to_speaker", false, (past, live) => Per(live.SeatsTaken, past._seats.Mean)),
        ("reviews_to_speaker", false, (past, live) => Per(live.Reviews, past._reviews.Mean)),
    ];

    private readonly RunningMean _logSeats = new();
    private readonly RunningMean _logReviews = new();
    private readonly RunningMean _likedPerSeat = new();
    private readonly RunningMean _likedPerReview = new();
    private readonly RunningMean _reviewsPerSeat = new();
    private readonly RunningMean _logMessages = new();
    private readonly RunningMean _logPrice = new();
    private readonly RunningMean _price = new();
    private readonly RunningMean _seats = new();
    private readonly RunningMean _reviews = new();
    private readonly RunningMean _free = new();
    private readonly HashSet<double> _tags = [];
    private int _lives;
    private double _first = double.NaN;
    private LiveFigures? _last;

    /// <summary>The columns. Means are of the earlier lives, <c>last</c> is the latest of them, <c>_to_speaker</c> is the live itself against their mean.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>Those of them that are known before the live starts: of earlier lives, everything is.</summary>
    public static IReadOnlyList<string> Before { get; } = [.. Columns.Where(column => column.Before).Select(column => column.Name)];

    /// <summary>Takes one more earlier live, no earlier than those before.</summary>
    public void Add(LiveFigures live)
    {
        _lives++;
        _first = _lives == 1 ? live.StartsAt : _first;
        _last = live;
        _logSeats.Add(Log(live.SeatsTaken));
        _logReviews.Add(Log(live.Reviews));
        _likedPerSeat.Add(Per(live.Liked, live.SeatsTaken));
        _likedPerReview.Add(Per(live.Liked, live.Reviews));
        _reviewsPerSeat.Add(Per(live.Reviews, live.SeatsTaken));
        _logMessages.Add(Log(live.Messages));
        _logPrice.Add(Log(live.Price));
        _price.Add(live.Price);
        _seats.Add(live.SeatsTaken);
        _reviews.Add(live.Reviews);
        _free.Add(Flag(live.Price, live.Price == 0));
        if (!double.IsNaN(live.Tag))
        {
            _tags.Add(live.Tag);
        }
    }

    /// <summary>Writes all columns of one live.</summary>
    /// <param name="live">The live that comes after those added.</param>
    /// <param name="to">Takes one number a column of <see cref="Names"/>; NaN where unknown.</param>
    public void Write(LiveFigures live, Span<double> to)
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            to[column] = Columns[column].Read(this, live);
        }
    }
}
