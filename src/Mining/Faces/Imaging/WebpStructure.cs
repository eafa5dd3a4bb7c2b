using System.Buffers.Binary;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>The container of a WebP file (RFC 9649).</summary>
internal static class WebpStructure
{
    private const int FirstChunk = 12, ChunkHeader = 8, Longest = 10;

    /// <inheritdoc cref="ImageStructure.Walk"/>
    public static ImageRefusalReason? Walk(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        if (size > bytes.Length || size < FirstChunk + ChunkHeader)
        {
            return size > bytes.Length ? ImageRefusalReason.Truncated : ImageRefusalReason.Corrupt;
        }

        // The smallest pictures are shorter than the longest header.
        var chunk = bytes[FirstChunk..(int)size];
        Span<byte> body = stackalloc byte[Longest];
        chunk[ChunkHeader..Math.Min(chunk.Length, ChunkHeader + Longest)].CopyTo(body);
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        var (width, height) = chunk switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' ', ..] when body[3..].StartsWith<byte>([0x9D, 0x01, 0x2A]) =>
                (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L', ..] when body[0] == 0x2F => ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X', ..] =>
                ((int)(BinaryPrimitives.ReadUInt32LittleEndian(body[4..]) & 0xFFFFFF) + 1, (int)(BinaryPrimitives.ReadUInt32LittleEndian(body[6..]) >> 8) + 1),
            _ => (0, 0),
        };

        // A lossless picture is kept whole in 32 bits; so may the alpha of a lossy one, with 8 more for what comes of it.
        header = new ImageHeader(width, height, (long)width * height * 5, 1, (int)size);
        return width > 0 && height > 0 ? null : ImageRefusalReason.Corrupt;
    }
}
