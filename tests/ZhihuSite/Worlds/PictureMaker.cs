using System.IO.Compression;
using LiveQuality.Tests.Faces;
using SkiaSharp;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// Draws the pictures of an invented site: portraits of nobody, and hills for those who show no face. They are kept as files: another processor may draw
/// a pixel otherwise, and a world must be the same everywhere.
/// </summary>
internal static class PictureMaker
{
    private const int Count = 160;
    private const int WithoutFace = 12;
    private const int Side = 112;
    private const int Quality = 75;

    // Any will do, as long as it stays.
    private static readonly DateTimeOffset Written = new(2018, 1, 17, 0, 0, 0, TimeSpan.Zero);

    public static byte[] MakeZip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < Count; number++)
            {
                var entry = zip.CreateEntry($"{number:000}.jpg", CompressionLevel.NoCompression);
                entry.LastWriteTime = Written;
                using var content = entry.Open();
                using var bitmap = number % WithoutFace == 0 ? Hills(number) : Face(number);
                bitmap.Encode(content, SKEncodedImageFormat.Jpeg, Quality);
            }
        }

        return file.ToArray();
    }

    private static SKBitmap Face(int number)
    {
        var chance = Chance.For(0, "face", number);
        return new DrawnFace(number)
        {
            Share = 0.46f + (0.14f * chance.NextSingle()),
            Centre = new SKPoint(0.47f + (0.06f * chance.NextSingle()), 0.47f + (0.06f * chance.NextSingle())),
        }.Draw(Side);
    }

    private static SKBitmap Hills(int number)
    {
        var chance = Chance.For(0, "hills", number);
        var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColor.FromHsl(200 + (20 * chance.NextSingle()), 50, 80));
        foreach (var light in new[] { 55f, 45f, 35f })
        {
            using var paint = new SKPaint { IsAntialias = true, Color = SKColor.FromHsl(90 + (50 * chance.NextSingle()), 40, light) };
            canvas.DrawOval(Side * chance.NextSingle(), Side * (1.5f - (light / 100)), Side * 0.8f, Side * (0.3f + (0.3f * chance.NextSingle())), paint);
        }

        return bitmap;
    }
}
