namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>A compression of a body.</summary>
internal enum ContentCoding
{
    /// <summary>None, though named.</summary>
    None,

    /// <summary>RFC 1952.</summary>
    Gzip,

    /// <summary>RFC 1950, or, as some servers misread the name, RFC 1951 alone.</summary>
    Deflate,

    /// <summary>RFC 7932.</summary>
    Brotli,
}
