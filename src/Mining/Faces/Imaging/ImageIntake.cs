using System.Globalization;
using SkiaSharp;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>
/// The one door for pictures from outside: bytes that nobody vouches for become an upright picture or a refusal. JPEG, PNG and WebP are known by their first bytes; names and content types do not matter. The structure is walked and the
/// promised size weighed before a decoder is made. Of an animated file the first picture counts; alpha lies over white; colours are turned into sRGB. Data behind the picture's end is refused, zero bytes as padding are not.
/// The same bytes give the same picture. Calls from several threads at once are allowed.
/// </summary>
/// <param name="limits">How much one picture gets.</param>
internal sealed class ImageIntake(ImageLimits limits)
{
    private const int Eighths = 8;

    /// <summary>With <see cref="ImageLimits.Default"/>.</summary>
    public ImageIntake()
        : this(ImageLimits.Default)
    {
    }

    /// <summary>Reads one picture.</summary>
    /// <param name="bytes">A whole file; any bytes are allowed.</param>
    public ImageOutcome Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return ImageOutcome.Refuse(ImageRefusalReason.Empty, "the file is empty");
        }

        if (bytes.Length > limits.Bytes)
        {
            return ImageOutcome.Refuse(ImageRefusalReason.TooManyBytes, Line($"the file has {bytes.Length} bytes, more than {limits.Bytes}"));
        }

        if (ImageStructure.Walk(bytes, out var header) is { } reason)
        {
            return ImageOutcome.Refuse(reason, reason switch
            {
                ImageRefusalReason.UnsupportedFormat => "this is no JPEG, PNG or WebP file",
                ImageRefusalReason.Truncated => "the picture stops before its end",
                _ => "the file begins as a picture and is none",
            });
        }

        if (bytes[header.End..].ContainsAnyExcept((byte)0))
        {
            return ImageOutcome.Refuse(ImageRefusalReason.TrailingData, Line($"{bytes.Length - header.End} bytes of something else follow the picture"));
        }

        return Weigh(header) ?? Decode(bytes[..header.End], header);
    }

    /// <summary>Refuses what is too large by its header; says nothing where it is not.</summary>
    private ImageOutcome? Weigh(ImageHeader header)
    {
        var pixels = (long)header.Width * header.Height;
        return header.Width > limits.Side || header.Height > limits.Side || pixels > limits.Pixels || header.DecoderBytes > limits.Decoding
            ? ImageOutcome.Refuse(ImageRefusalReason.TooLarge, Line($"{header.Width}x{header.Height} pixels are too many for this kind of file"))
            : header.Scans > limits.Scans ? ImageOutcome.Refuse(ImageRefusalReason.TooLarge, Line($"{header.Scans} passes are too many, more than {limits.Scans}")) : null;
    }

    private ImageOutcome Decode(ReadOnlySpan<byte> bytes, ImageHeader header)
    {
        using var data = SKData.CreateCopy(bytes);
        using var stream = new SKMemoryStream(data);
        using var codec = SKCodec.Create(stream, out var made);
        if (made != SKCodecResult.Success || codec.Info.Width != header.Width || codec.Info.Height != header.Height)
        {
            return ImageOutcome.Refuse(ImageRefusalReason.Corrupt, "the picture cannot be decoded");
        }

        // Without a profile the colours are sRGB already.
        using var srgb = SKColorSpace.CreateSrgb();
        var size = DecodedSize(codec);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb);
        if (header.DecoderBytes + info.BytesSize64 > limits.Decoding)
        {
            return ImageOutcome.Refuse(ImageRefusalReason.TooLarge, Line($"{header.Width}x{header.Height} pixels are too many for this kind of file"));
        }

        return codec.GetPixels(info, out var pixels) switch
        {
            SKCodecResult.Success => ImageOutcome.Take(Orientation.Upright(Reduction.OverWhite(pixels, info.Width, info.Height, limits.KeptPixels), codec.EncodedOrigin)),
            SKCodecResult.IncompleteInput => ImageOutcome.Refuse(ImageRefusalReason.Truncated, "the picture stops before its end"),
            var result => ImageOutcome.Refuse(ImageRefusalReason.Corrupt, $"the picture cannot be decoded ({result})"),
        };
    }

    /// <summary>The largest size, in eighths, that the codec itself can make and that may stay; the full size where it can make none (PNG).</summary>
    private SKSizeI DecodedSize(SKCodec codec)
    {
        for (var eighths = Eighths; eighths > 0; eighths--)
        {
            var size = codec.GetScaledDimensions(eighths / (float)Eighths);
            if ((long)size.Width * size.Height <= limits.KeptPixels)
            {
                return size;
            }
        }

        return codec.Info.Size;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
