using System.Buffers;
using System.Buffers.Binary;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>The chunks of a PNG file (W3C, Portable Network Graphics, 5 and 11.2).</summary>
internal static class PngStructure
{
    private const int Signature = 8, Around = 12;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <inheritdoc cref="ImageStructure.Walk"/>
    public static ImageRefusalReason? Walk(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        var (at, data) = (Signature, false);
        while (at + Around <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var type = bytes.Slice(at + 4, 4);
            if (length > int.MaxValue || type.ContainsAnyExcept(Letters) || (at == Signature) != type.SequenceEqual("IHDR"u8))
            {
                return ImageRefusalReason.Corrupt;
            }

            if (at == Signature && (length != 13 || !ReadHeader(bytes.Slice(at + 8, Math.Min(13, bytes.Length - at - 8)), out header)))
            {
                return bytes.Length < at + 8 + 13 ? ImageRefusalReason.Truncated : ImageRefusalReason.Corrupt;
            }

            if (length > bytes.Length - at - Around)
            {
                return ImageRefusalReason.Truncated;
            }

            at += (int)length + Around;
            data |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8))
            {
                header = header with { End = at };
                return data ? null : ImageRefusalReason.Corrupt;
            }
        }

        return ImageRefusalReason.Truncated;
    }

    private static bool ReadHeader(ReadOnlySpan<byte> chunk, out ImageHeader header)
    {
        header = default;
        if (chunk.Length < 13)
        {
            return false;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
        var channels = chunk[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || channels == 0 || chunk[8] is not (1 or 2 or 4 or 8 or 16) || chunk[12] > 1)
        {
            return false;
        }

        // An interlaced picture is collected whole in its own depth; any other goes row by row, with the row before. Rows beyond 2^24 would only overflow: no limit lets them through.
        var row = ((long)width * channels * chunk[8] / 8) + 2;
        header = new ImageHeader((int)width, (int)height, row * (chunk[12] == 1 ? Math.Min(height, 1 << 24) : 2), 1, 0);
        return true;
    }
}
