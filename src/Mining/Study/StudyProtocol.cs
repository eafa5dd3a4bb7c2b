namespace LiveQuality.Mining.Study;

/// <summary>How the rerun is done where no switch says otherwise.</summary>
public enum StudyProtocol
{
    /// <summary>With the flaws of the original.</summary>
    Published,

    /// <summary>Everything is fitted inside the fold, and speakers are kept apart.</summary>
    Honest,
}
