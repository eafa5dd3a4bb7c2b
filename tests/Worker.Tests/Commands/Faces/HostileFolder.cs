using System.IO.Compression;
using System.Text;
using LiveQuality.Mining.Tests.Faces.Imaging;
using LiveQuality.Tests.Faces;
using SkiaSharp;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary>What people and strangers leave in a folder of portraits. Which reason each gets is the intake's matter (ImageIntakeTests); here they must not harm their neighbours.</summary>
internal static class HostileFolder
{
    private const int Side = 160;

    private static readonly byte[] Png = new DrawnFace(1).Encode(Side);
    private static readonly byte[] Jpeg = new DrawnFace(2).Encode(Side, SKEncodedImageFormat.Jpeg);
    private static readonly byte[] Webp = new DrawnFace(3).Encode(Side, SKEncodedImageFormat.Webp);

    /// <summary>Good pictures, each with a face, some of them under names that are not theirs.</summary>
    public static IReadOnlyDictionary<string, byte[]> Good { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["face.png"] = Png,
        ["face.jpg"] = Jpeg,
        ["face.webp"] = Webp,
        ["a png.jpg"] = Png,
        ["a jpeg.txt"] = Jpeg,
        ["[red]no markup[blue].png"] = Png,
        ["a film.webp"] = Film(),
    };

    /// <summary>Bad ones.</summary>
    public static IReadOnlyDictionary<string, byte[]> Bad { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["nothing.jpg"] = [],
        ["text.jpg"] = Encoding.UTF8.GetBytes("this is no picture"),
        ["page.html"] = Encoding.UTF8.GetBytes("<html><body onload='alert(1)'></body></html>"),
        ["drawing.svg"] = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hostname'/></svg>"),
        ["letter.pdf"] = Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"),
        ["scan.tiff"] = [.. "II*\0"u8, 8, 0, 0, 0, .. new byte[64]],
        ["icon.gif"] = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B],
        ["paint.bmp"] = [.. "BM"u8, .. new byte[16], 255, 255, 255, 255, 255, 255, 255, 255, .. new byte[28]],
        ["tall.png"] = Pictures.PngOf(1, 500_000_000, Pictures.Zeros(1000)),
        ["bomb.png"] = Pictures.PngOf(20_000, 20_000, Pictures.Zeros(20_000 * 2501), depth: 1),
        ["negative.png"] = Pictures.PngOf(0x8000_0000, 0xFFFF_FFFF, Pictures.Zeros(1000)),
        ["no pixels.png"] = Pictures.PngOf(0, 0, Pictures.Zeros(10)),
        ["wrong sum.png"] = WithWrongSum(),
        ["half.png"] = Png[..(Png.Length / 2)],
        ["half.jpg"] = Jpeg[..(Jpeg.Length / 2)],
        ["half.webp"] = Webp[..(Webp.Length / 2)],
        ["head.jpg"] = Jpeg[..3],
        ["no pixels.jpg"] = Pictures.JpegOf(0, 0, scans: 1),
        ["scans.jpg"] = Pictures.JpegOf(8, 8, scans: 20_000),
        ["with a zip.jpg"] = [.. Jpeg, .. Archive()],
        ["with a page.png"] = [.. Png, .. "<script>alert(1)</script>"u8],
        ["large.png"] = [.. Png, .. new byte[8 << 20]],
        ["two\nlines.jpg"] = [1, 2, 3],
        ["\u001B[31mred.jpg"] = [1, 2, 3],
    };

    /// <summary>Writes all of them, and links that lead nowhere.</summary>
    /// <returns>Names of the bad ones.</returns>
    public static string[] Fill(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in Good.Concat(Bad))
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        File.CreateSymbolicLink(Path.Combine(folder, "lost.jpg"), Path.Combine(folder, "no such picture"));
        File.CreateSymbolicLink(Path.Combine(folder, "circle.jpg"), Path.Combine(folder, "circle.jpg"));
        return [.. Bad.Keys, "lost.jpg", "circle.jpg"];
    }

    private static byte[] WithWrongSum()
    {
        var bytes = Png.ToArray();
        // IEND and its length and sum are twelve bytes; before them is the sum of the picture's data.
        bytes[^13] ^= 1;
        return bytes;
    }

    private static byte[] Archive()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("evil.js");
        }

        return packed.ToArray();
    }

    // Two frames; the first one counts.
    private static byte[] Film()
    {
        byte[] size = [Side - 1, 0, 0, Side - 1, 0, 0];
        var frame = Pictures.WebpChunk("ANMF"u8, [0, 0, 0, 0, 0, 0, .. size, 100, 0, 0, 0, .. Webp[12..]]);
        return Pictures.WebpOf(Pictures.Canvas(Side, Side, flags: 2), Pictures.WebpChunk("ANIM"u8, new byte[6]), frame, frame);
    }
}
