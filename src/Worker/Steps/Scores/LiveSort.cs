namespace LiveQuality.Worker.Steps.Scores;

/// <summary>What lists of lives can be sorted by.</summary>
internal enum LiveSort
{
    /// <summary>The score.</summary>
    Score,

    /// <summary>When the live starts.</summary>
    Start,

    /// <summary>Number of reviews.</summary>
    Reviews,

    /// <summary>Price today.</summary>
    Price,
}
