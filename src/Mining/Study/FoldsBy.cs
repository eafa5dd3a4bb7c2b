namespace LiveQuality.Mining.Study;

/// <summary>What decides on which side of a split a live falls.</summary>
public enum FoldsBy
{
    /// <summary>Chance: lives of one speaker fall on both sides.</summary>
    Shuffle,

    /// <summary>Its speaker: nobody is on both sides.</summary>
    Speaker,

    /// <summary>Its start: always learn from earlier lives and measure on later ones.</summary>
    Time,
}
