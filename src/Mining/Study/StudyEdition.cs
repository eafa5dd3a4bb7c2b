namespace LiveQuality.Mining.Study;

/// <summary>The published table that is rerun.</summary>
public enum StudyEdition
{
    /// <summary>January 2018, at least 18 reviews, folds.</summary>
    A,

    /// <summary>December 2018, at least 11 reviews, one split.</summary>
    B,
}
