namespace LiveQuality.Mining.Faces.Networks;

/// <summary>How HMT-Net joins maps of several depths.</summary>
internal enum FeatureFusion
{
    /// <summary>Their mean; as wide as one of them.</summary>
    Average,

    /// <summary>One behind the other along the channels; as wide as all of them.</summary>
    Concatenation,
}
