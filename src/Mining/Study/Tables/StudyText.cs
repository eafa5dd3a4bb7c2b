namespace LiveQuality.Mining.Study.Tables;

/// <summary>Texts that belong to a live.</summary>
public enum StudyText
{
    /// <summary>The title (<c>live_subject</c> in older sheets).</summary>
    Title,

    /// <summary>What the speaker says the live is about.</summary>
    Description,

    /// <summary>What listeners wrote, one review a line.</summary>
    Reviews,
}
