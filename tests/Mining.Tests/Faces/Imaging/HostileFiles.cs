using System.Text;
using LiveQuality.Mining.Faces.Imaging;
using static LiveQuality.Mining.Faces.Imaging.ImageRefusalReason;

namespace LiveQuality.Mining.Tests.Faces.Imaging;

/// <summary>What strangers send, and what must come of it.</summary>
internal static class HostileFiles
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>" + new string(' ', 64));

    public static readonly IReadOnlyDictionary<string, (byte[] Bytes, ImageRefusalReason Reason)> All = new Dictionary<string, (byte[] Bytes, ImageRefusalReason Reason)>
    {
        ["nothing"] = ([], Empty),
        ["one byte"] = ([0xFF], UnsupportedFormat),
        ["zero bytes"] = (new byte[1000], UnsupportedFormat),
        ["too many bytes"] = ([.. Pictures.Jpeg(), .. new byte[ImageLimits.Default.Bytes]], TooManyBytes),
        ["text under a picture's name"] = (Encoding.UTF8.GetBytes("not a picture.jpg"), UnsupportedFormat),
        ["html"] = (Html, UnsupportedFormat),
        ["svg"] = (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), UnsupportedFormat),
        ["gif under a picture's name"] = ([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], UnsupportedFormat),
        ["bmp"] = ([.. "BM"u8, .. new byte[60]], UnsupportedFormat),
        ["wave in webp's container"] = ([.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[28]], UnsupportedFormat),
        ["jpeg magic, html"] = ([0xFF, 0xD8, 0xFF, .. Html], Corrupt),
        ["png magic, html"] = ([.. Pictures.Png()[..8], .. Html], Corrupt),
        ["webp magic, html"] = (Pictures.WebpOf(Html), Corrupt),
        ["jpeg magic alone"] = ([0xFF, 0xD8, 0xFF], Truncated),
        ["png magic alone"] = (Pictures.Png()[..8], Truncated),
        ["webp magic alone"] = (Pictures.Webp()[..12], Truncated),
        ["half a jpeg"] = (Pictures.Jpeg()[..^300], Truncated),
        ["half a png"] = (Pictures.Png()[..60], Truncated),
        ["half a webp"] = (Pictures.Webp()[..40], Truncated),
        ["jpeg without its end"] = (Pictures.Jpeg()[..^2], Truncated),
        ["jpeg with a segment beyond the file"] = ([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3], Truncated),
        ["jpeg and zip"] = ([.. Pictures.Jpeg(), .. "PK\u0003\u0004"u8], TrailingData),
        ["two jpegs"] = ([.. Pictures.Jpeg(), .. Pictures.Jpeg()], TrailingData),
        ["png and html"] = ([.. Pictures.Png(), .. Html], TrailingData),
        ["webp and script"] = ([.. Pictures.Webp(), .. "alert(1)"u8], TrailingData),
        ["png of 1x500000000"] = (Pictures.PngOf(1, 500_000_000, Pictures.Zeros(1000)), TooLarge),
        ["png of 4294967295 pixels a side"] = (Pictures.PngOf(uint.MaxValue, uint.MaxValue, [0]), Corrupt),
        ["png of 400 megapixels"] = (Pictures.PngOf(20_000, 20_000, Pictures.Zeros(1 << 20)), TooLarge),
        ["png within 40 megapixels, beyond the decoder's bytes"] = (Pictures.PngOf(6000, 6000, Pictures.Zeros(1 << 20)), TooLarge),
        ["png interlaced, 16 bits"] = (Pictures.PngOf(4000, 1500, Pictures.Zeros(1000), depth: 16, colour: 6, interlace: 1), TooLarge),
        ["png without a picture"] = (Pictures.PngOf(8, 8, []), Corrupt),
        ["png of no pixels"] = (Pictures.PngOf(0, 8, Pictures.Zeros(100)), Corrupt),
        // The codec calls all PNG data that do not fill the picture incomplete, whatever they are.
        ["png that is no zlib"] = (Pictures.PngOf(8, 8, Html), Truncated),
        ["png whose zlib ends early"] = (Pictures.PngOf(64, 64, Pictures.Zeros(100)), Truncated),
        ["jpeg of 65000x65000"] = (Pictures.JpegOf(65_000, 65_000), TooLarge),
        ["jpeg progressive of 36 megapixels"] = (Pictures.JpegOf(6000, 6000), TooLarge),
        ["jpeg of a thousand passes"] = (Pictures.JpegOf(64, 64, scans: 1000), TooLarge),
        ["jpeg of no pixels"] = (Pictures.JpegOf(0, 8), Corrupt),
        ["jpeg without tables"] = (Pictures.JpegOf(8, 8, frame: 0xC0), Corrupt),
        ["jpeg with arithmetic codes"] = (Pictures.JpegOf(8, 8, frame: 0xC9), Corrupt),
        ["webp of a huge canvas"] = (Pictures.WebpOf(Pictures.Canvas(1 << 24, 1 << 24)), TooLarge),
        ["webp lossless of 16 megapixels"] = (Pictures.WebpOf(Pictures.WebpChunk("VP8L"u8, [0x2F, 0x9F, 0xCF, 0xE7, 0x03, 0, 0, 0, 0, 0])), TooLarge),
        ["webp of a canvas and nothing on it"] = (Pictures.WebpOf(Pictures.Canvas(8, 8)), Corrupt),
    };
}
