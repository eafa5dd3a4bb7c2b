using System.Buffers.Binary;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>The markers of a JPEG file (ITU-T T.81, annex B).</summary>
internal static class JpegStructure
{
    private const int EndOfImage = 0xD9, StartOfScan = 0xDA;

    /// <inheritdoc cref="ImageStructure.Walk"/>
    public static ImageRefusalReason? Walk(ReadOnlySpan<byte> bytes, out ImageHeader header)
    {
        header = default;
        var (at, scans, components, buffered) = (2, 0, 0, false);
        while (at < bytes.Length)
        {
            if (bytes[at] != 0xFF)
            {
                return ImageRefusalReason.Corrupt;
            }

            while (at < bytes.Length && bytes[at] == 0xFF)
            {
                at++;
            }

            if (at >= bytes.Length)
            {
                break;
            }

            var marker = (int)bytes[at++];
            if (marker == EndOfImage)
            {
                header = header with { Scans = scans, End = at, DecoderBytes = buffered ? header.DecoderBytes : 0 };
                return scans > 0 ? null : ImageRefusalReason.Corrupt;
            }

            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8))
            {
                // Stuffing, reserved codes, restarts and a second start have no place between segments.
                return ImageRefusalReason.Corrupt;
            }

            if (at + 2 > bytes.Length)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2)
            {
                return ImageRefusalReason.Corrupt;
            }

            if (at + length > bytes.Length)
            {
                break;
            }

            var segment = bytes.Slice(at + 2, length - 2);
            at += length;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                // One frame, sequential or progressive with Huffman codes: the kinds that browsers show.
                if (components > 0 || marker > 0xC2 || !ReadFrame(segment, out header, out components))
                {
                    return ImageRefusalReason.Corrupt;
                }

                buffered = marker == 0xC2;
            }
            else if (marker == StartOfScan)
            {
                if (components == 0 || segment.IsEmpty)
                {
                    return ImageRefusalReason.Corrupt;
                }

                // Colours in scans of their own are kept as coefficients as well.
                buffered |= segment[0] < components;
                scans++;
                at = EndOfScan(bytes, at);
            }
        }

        return ImageRefusalReason.Truncated;
    }

    private static bool ReadFrame(ReadOnlySpan<byte> segment, out ImageHeader header, out int components)
    {
        (header, components) = (default, segment.Length < 6 ? 0 : segment[5]);
        if (components is < 1 or > 4 || segment.Length != 6 + (3 * components) || segment[0] != 8)
        {
            return false;
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        int across = 0, down = 0, blocks = 0;
        for (var i = 0; i < components; i++)
        {
            var (h, v) = (segment[7 + (3 * i)] >> 4, segment[7 + (3 * i)] & 15);
            if (h is < 1 or > 4 || v is < 1 or > 4)
            {
                return false;
            }

            (across, down, blocks) = (Math.Max(across, h), Math.Max(down, v), blocks + (h * v));
        }

        // A progressive picture is kept as coefficients of 16 bits until its last scan: whole units of across x down blocks of 8x8.
        var units = ((width + (8L * across) - 1) / (8 * across)) * ((height + (8L * down) - 1) / (8 * down));
        header = new ImageHeader(width, height, units * blocks * 64 * 2, 0, 0);
        return width > 0 && height > 0;
    }

    /// <summary>Where the marker after the coded data stands, or the end of the file.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return bytes.Length;
            }

            at += next;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }
    }
}
