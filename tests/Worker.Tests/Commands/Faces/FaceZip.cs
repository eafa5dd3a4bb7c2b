using System.Globalization;
using System.IO.Compression;
using System.Text;
using LiveQuality.Tests.Faces;
using SkiaSharp;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary>A data set of drawn faces and invented labels, as <c>train</c> and <c>evaluate</c> read it.</summary>
internal static class FaceZip
{
    public const string Labels = "labels.csv";

    private static readonly DateTimeOffset Packed = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Drawn faces, and walls with nobody in front of them that are labelled like faces.</summary>
    public static void WritePortraits(string path, int faces, int walls)
    {
        var images = Enumerable.Range(0, faces).Select(seed => ($"face{seed}.png", new DrawnFace(seed).Encode(160)))
            .Concat(Enumerable.Range(0, walls).Select(wall => ($"wall{wall}.png", Wall((byte)(40 * (wall + 1))))));
        Write(path, [.. images.Select((image, i) => (image.Item1, image.Item2, Row(i)))]);

        static string Row(int i) => string.Create(
            CultureInfo.InvariantCulture, $"{1 + (i % 5 * 0.9):0.0},{20 + i},{(i % 2 == 0 ? "female" : "male")},{(i % 3 == 0 ? "asian" : "white")}");
    }

    /// <summary>Pictures with a row each: attractiveness, age, gender, race.</summary>
    public static void Write(string path, IReadOnlyList<(string File, byte[] Bytes, string Row)> images) => WriteFiles(
        path,
        [(Labels, Encoding.UTF8.GetBytes("file,attractiveness,age,gender,race\n" + string.Concat(images.Select(image => $"{image.File},{image.Row}\n")))), .. images.Select(image => ($"images/{image.File}", image.Bytes))]);

    /// <summary>A zip that has the same bytes whenever it is written.</summary>
    public static void WriteFiles(string path, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = Packed;
            using var stream = entry.Open();
            stream.Write(bytes);
        }
    }

    private static byte[] Wall(byte grey)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(160, 160, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(new SKColor(grey, grey, grey));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
