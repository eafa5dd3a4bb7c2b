namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>What one or more columns are about, as people think of it. In the order of the English words: so are those told that weigh the same.</summary>
public enum ReasonTheme
{
    /// <summary>Who set the live up, how it is sold, its free part.</summary>
    Offer,

    /// <summary>That the speaker has held no live before.</summary>
    FirstLive,

    /// <summary>Columns that nobody has named.</summary>
    Other,

    /// <summary>That no rating is below 1 or above 5.</summary>
    Bounds,

    /// <summary>Seats and listeners.</summary>
    Seats,

    /// <summary>Day, weekday, hour, how long before the live was announced.</summary>
    Calendar,

    /// <summary>The length.</summary>
    Length,

    /// <summary>Messages in the live.</summary>
    Messages,

    /// <summary>How many reviews and likes there are.</summary>
    Reviews,

    /// <summary>The face in the speaker's portrait.</summary>
    Portrait,

    /// <summary>The price.</summary>
    Price,

    /// <summary>The speaker's earlier lives.</summary>
    EarlierLives,

    /// <summary>The speaker's profile.</summary>
    Profile,

    /// <summary>The tag.</summary>
    Tag,

    /// <summary>What the live's own reviews say.</summary>
    Said,
}
