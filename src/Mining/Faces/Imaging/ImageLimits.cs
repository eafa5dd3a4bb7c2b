namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>
/// How much the intake gives to one picture. At any time it holds at most the bytes twice (the caller's and the decoder's), the decoding, and one picture of <see cref="KeptPixels"/>, or two such pictures: under 64 MB beside the
/// caller's bytes with the defaults.
/// </summary>
/// <param name="Bytes">Most bytes of a file.</param>
/// <param name="Pixels">Most pixels that a header may promise.</param>
/// <param name="Side">Longest side, pixels.</param>
/// <param name="Decoding">Most bytes that a decoder's own buffers and its output may take together, by the bound of <see cref="ImageHeader.DecoderBytes"/>.</param>
/// <param name="KeptPixels">Most pixels of the picture that comes out; larger ones are made smaller.</param>
/// <param name="Scans">Most passes of a progressive JPEG; each costs as much time as a whole picture. Encoders write about ten.</param>
internal sealed record ImageLimits(int Bytes, long Pixels, int Side, long Decoding, int KeptPixels, int Scans)
{
    /// <summary>8 MB, 40 megapixels (baseline JPEG; 10 for PNG, about 6 for WebP and progressive JPEG), sides of 16,384, 40 MB, 2 megapixels, 32 passes.</summary>
    public static readonly ImageLimits Default = new(8 << 20, 40_000_000, 16_384, 40 << 20, 2_000_000, 32);
}
