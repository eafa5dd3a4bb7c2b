using System.Diagnostics.CodeAnalysis;

namespace LiveQuality.Mining.Faces.Detecting.Choosing;

/// <summary>One face of a picture, or the reason why none is judged.</summary>
internal sealed class FaceChoice
{
    private FaceChoice(DetectedFace? face, FaceQuality? quality, Abstention? reason) => (Face, Quality, Reason) = (face, quality, reason);

    /// <summary>The face to be judged; null after an abstention.</summary>
    public DetectedFace? Face { get; }

    /// <summary>How well it can be seen; after an abstention that of the best face, null where there was none.</summary>
    public FaceQuality? Quality { get; }

    /// <summary>Why no face is judged; null where one is.</summary>
    public Abstention? Reason { get; }

    /// <summary>Whether there is a face to be judged.</summary>
    [MemberNotNullWhen(true, nameof(Face), nameof(Quality))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsFace => Face is not null;

    /// <summary>This face.</summary>
    public static FaceChoice Of(DetectedFace face, FaceQuality quality) => new(face, quality, null);

    /// <summary>None, for this reason.</summary>
    public static FaceChoice None(Abstention reason, FaceQuality? quality = null) => new(null, quality, reason);
}
