namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>
/// Walks the parts of a file from its first byte to its last without decoding any: the format, the promised size, the end. Linear in the bytes, allocates nothing, and so settles most hostile files before a decoder is made.
/// </summary>
internal static class ImageStructure
{
    /// <summary>Reads it.</summary>
    /// <param name="bytes">One byte or more.</param>
    /// <param name="header">What it says; only of meaning without a refusal.</param>
    /// <returns>Why the file is no picture, or null.</returns>
    public static ImageRefusalReason? Walk(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => JpegStructure.Walk(bytes, out header),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngStructure.Walk(bytes, out header),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebpStructure.Walk(bytes, out header),
            _ => ImageRefusalReason.UnsupportedFormat,
        };
    }
}
