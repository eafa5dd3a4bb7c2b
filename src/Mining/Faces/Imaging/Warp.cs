using System.Numerics;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Resampling.</summary>
internal static class Warp
{
    /// <summary>
    /// The square that a similarity makes of a picture: bilinear, black outside; where it makes things more than twice smaller the picture is halved first (mean of 2x2), so that no detail turns into noise.
    /// </summary>
    /// <param name="image">Source.</param>
    /// <param name="transform">From the source to the square.</param>
    /// <param name="size">Side of the square, pixels.</param>
    public static RgbImage Apply(RgbImage image, Similarity transform, int size)
    {
        while (transform.Scale < 0.5 && image.Width > 1 && image.Height > 1)
        {
            image = Halve(image);
            // A pixel of the half is centred between two of the whole: x = 2 x' + 0.5.
            transform = new Similarity(
                transform.A * 2, transform.B * 2, transform.X + ((transform.A - transform.B) / 2), transform.Y + ((transform.B + transform.A) / 2));
        }

        var back = transform.Inverse();
        var pixels = new byte[size * size * RgbImage.Channels];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                Sample(image, back.Apply(new Vector2(x, y)), pixels.AsSpan(((y * size) + x) * RgbImage.Channels, RgbImage.Channels));
            }
        }

        return new RgbImage(size, size, pixels);
    }

    private static void Sample(RgbImage image, Vector2 at, Span<byte> pixel)
    {
        var (left, top) = ((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y));
        var (right, down) = (at.X - left, at.Y - top);
        for (var channel = 0; channel < pixel.Length; channel++)
        {
            var upper = (Value(image, left, top, channel) * (1 - right)) + (Value(image, left + 1, top, channel) * right);
            var lower = (Value(image, left, top + 1, channel) * (1 - right)) + (Value(image, left + 1, top + 1, channel) * right);
            pixel[channel] = (byte)((upper * (1 - down)) + (lower * down) + 0.5f);
        }
    }

    private static float Value(RgbImage image, int x, int y, int channel) =>
        (uint)x < (uint)image.Width && (uint)y < (uint)image.Height ? image.Pixels[(((y * image.Width) + x) * RgbImage.Channels) + channel] : 0;

    /// <summary>Half the size, each pixel the mean of four.</summary>
    internal static RgbImage Halve(RgbImage image)
    {
        var (width, height) = (image.Width / 2, image.Height / 2);
        var pixels = new byte[width * height * RgbImage.Channels];
        var row = image.Width * RgbImage.Channels;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width * RgbImage.Channels; x++)
            {
                var from = (2 * y * row) + (2 * (x / RgbImage.Channels) * RgbImage.Channels) + (x % RgbImage.Channels);
                var sum = image.Pixels[from] + image.Pixels[from + RgbImage.Channels] + image.Pixels[from + row] + image.Pixels[from + row + RgbImage.Channels];
                pixels[(y * width * RgbImage.Channels) + x] = (byte)((sum + 2) / 4);
            }
        }

        return new RgbImage(width, height, pixels);
    }
}
