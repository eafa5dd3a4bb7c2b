namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Why bytes are not taken as a picture.</summary>
public enum ImageRefusalReason
{
    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>More bytes than <see cref="ImageLimits.Bytes"/>; they were not looked at.</summary>
    TooManyBytes,

    /// <summary>They do not begin as JPEG, PNG or WebP do.</summary>
    UnsupportedFormat,

    /// <summary>The header promises more pixels, a longer side or more passes than a decoder may be given; nothing was decoded.</summary>
    TooLarge,

    /// <summary>The picture stops before its end.</summary>
    Truncated,

    /// <summary>Something else follows the picture: a file of two kinds, or a film behind a still.</summary>
    TrailingData,

    /// <summary>The picture contradicts itself.</summary>
    Corrupt,
}
