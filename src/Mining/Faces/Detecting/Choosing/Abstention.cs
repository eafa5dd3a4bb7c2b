namespace LiveQuality.Mining.Faces.Detecting.Choosing;

/// <summary>Why nothing is said of a picture's face.</summary>
public enum Abstention
{
    /// <summary>The detector finds none.</summary>
    NoFace,

    /// <summary>It finds something, but is not sure.</summary>
    LowConfidence,

    /// <summary>The face has too few pixels.</summary>
    TooSmall,

    /// <summary>The face is turned so far to the side that half of it is hidden.</summary>
    Profile,

    /// <summary>The face is out of focus, or enlarged from too few pixels.</summary>
    Blurred,
}
