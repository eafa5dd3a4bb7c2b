namespace LiveQuality.Mining.Faces;

/// <summary>What became of a picture.</summary>
public enum FaceOutcome
{
    /// <summary>One face was judged.</summary>
    Face,

    /// <summary>The picture was read, but no face in it is judged; the reason says why.</summary>
    Abstained,

    /// <summary>The bytes were not taken as a picture; the reason says why.</summary>
    Refused,
}
