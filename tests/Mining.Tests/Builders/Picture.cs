using LiveQuality.Mining.Faces.Imaging;
using SkiaSharp;

namespace LiveQuality.Mining.Tests.Builders;

/// <summary>Pictures in memory.</summary>
internal static class Picture
{
    public static RgbImage Of(int width, int height, Func<int, int, byte> grey)
    {
        var pixels = new byte[width * height * RgbImage.Channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = i / RgbImage.Channels;
            pixels[i] = grey(pixel % width, pixel / width);
        }

        return new RgbImage(width, height, pixels);
    }

    public static RgbImage Of(SKBitmap bitmap) => new(bitmap.Width, bitmap.Height, [.. bitmap.Pixels.SelectMany(pixel => new[] { pixel.Red, pixel.Green, pixel.Blue })]);

    public static RgbImage Decode(Stream file)
    {
        using var bitmap = SKBitmap.Decode(file);
        return Of(bitmap);
    }
}
