namespace LiveQuality.Mining.Faces.Networks;

/// <summary>What TreeCNN's RNets look at, in this order; left and right as the reader of the picture sees them.</summary>
internal enum FacePart
{
    /// <summary>The eye on the left of the picture.</summary>
    LeftEye,

    /// <summary>The eye on the right of the picture.</summary>
    RightEye,

    /// <summary>The nose.</summary>
    Nose,

    /// <summary>The mouth.</summary>
    Mouth,
}
