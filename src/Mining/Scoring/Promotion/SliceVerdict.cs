namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>What can be said of a challenger on a slice.</summary>
public enum SliceVerdict
{
    /// <summary>Nothing: there are too few speakers.</summary>
    Unjudged,

    /// <summary>The difference is within the noise.</summary>
    Unchanged,

    /// <summary>It errs less, beyond the noise.</summary>
    Better,

    /// <summary>It errs more, beyond the noise.</summary>
    Worse,
}
