namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Which lives to list, and how. A live that does not have a value is in no range of it.</summary>
internal sealed record LiveQuery
{
    /// <summary>Lives a page where nobody says how many.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Only lives that have a score; default false.</summary>
    public bool ScoredOnly { get; init; }

    /// <summary>Only lives with the tag of this id or of exactly this name.</summary>
    public string? Tag { get; init; }

    /// <summary>Only lives of the speaker with this id.</summary>
    public string? Speaker { get; init; }

    /// <summary>Lowest price, fen.</summary>
    public long? MinPrice { get; init; }

    /// <summary>Highest price, fen.</summary>
    public long? MaxPrice { get; init; }

    /// <summary>Only lives that start then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only lives that start before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Lowest score.</summary>
    public double? MinScore { get; init; }

    /// <summary>Highest score.</summary>
    public double? MaxScore { get; init; }

    /// <summary>Only lives with this in their title or in their speaker's name, in capitals or not.</summary>
    public string? Text { get; init; }

    /// <summary>The order; default the best first.</summary>
    public LiveOrder Sort { get; init; } = LiveOrder.Best;

    /// <summary>Most lives of the page; default 50.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the page before ended, in the same <see cref="Sort"/>; null for the first.</summary>
    public LiveCursor? Cursor { get; init; }
}
