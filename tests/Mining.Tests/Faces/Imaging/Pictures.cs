using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace LiveQuality.Mining.Tests.Faces.Imaging;

/// <summary>Picture files made by code, good ones and parts of bad ones.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(int width = 32, int height = 16) => Encode(SKEncodedImageFormat.Jpeg, width, height);

    public static byte[] Png(int width = 32, int height = 16) => Encode(SKEncodedImageFormat.Png, width, height);

    public static byte[] Webp(int width = 32, int height = 16) => Encode(SKEncodedImageFormat.Webp, width, height);

    /// <summary>Four quarters: red, green, blue, white.</summary>
    public static byte[] Encode(SKEncodedImageFormat format, int width, int height, int quality = 95)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        SKColor[] colours = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White];
        for (var i = 0; i < colours.Length; i++)
        {
            using var paint = new SKPaint { Color = colours[i] };
            canvas.DrawRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2, paint);
        }

        return Encode(bitmap, format, quality);
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality = 95)
    {
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    public static byte[] WithOrientation(byte[] jpeg, byte value)
    {
        byte[] tag = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0];
        byte[] exif = [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, .. tag, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG from its chunks; the picture data may be anything.</summary>
    public static byte[] PngOf(uint width, uint height, byte[] data, byte depth = 8, byte colour = 2, byte interlace = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, interlace);
        return [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. data.Length > 0 ? Chunk("IDAT"u8, data) : [], .. Chunk("IEND"u8, [])];
    }

    /// <summary>zlib of so many zero bytes.</summary>
    public static byte[] Zeros(int count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[count]);
        }

        return packed.ToArray();
    }

    /// <summary>The headers of a JPEG of one colour that holds nothing.</summary>
    public static byte[] JpegOf(ushort width, ushort height, byte frame = 0xC2, int scans = 1) =>
    [
        0xFF, 0xD8, 0xFF, frame, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12], scans).SelectMany(scan => scan), 0xFF, 0xD9,
    ];

    /// <summary>A WebP from chunks.</summary>
    public static byte[] WebpOf(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    /// <summary>The extended header: a canvas.</summary>
    public static byte[] Canvas(int width, int height, byte flags = 0) =>
        WebpChunk("VP8X"u8, [flags, 0, 0, 0, .. BitConverter.GetBytes(width - 1)[..3], .. BitConverter.GetBytes(height - 1)[..3]]);

    public static byte[] WebpChunk(ReadOnlySpan<byte> name, byte[] body) => [.. name, .. BitConverter.GetBytes(body.Length), .. body, .. new byte[body.Length % 2]];

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc([.. name, .. body]));
        return [.. length, .. name, .. body, .. crc];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
