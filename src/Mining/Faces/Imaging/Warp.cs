namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Resampling.</summary>
internal static class Warp
{
    private const int One = 256, Shift = 16, Half = 1 << (Shift - 1);

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
        for (int y = 0, to = 0; y < size; y++)
        {
            var (atX, atY) = (back.X - (back.B * y), back.Y + (back.A * y));
            for (var x = 0; x < size; x++, to += RgbImage.Channels)
            {
                Sample(image, atX + (back.A * x), atY + (back.B * x), pixels.AsSpan(to, RgbImage.Channels));
            }
        }

        return new RgbImage(size, size, pixels);
    }

    private static void Sample(RgbImage image, double x, double y, Span<byte> pixel)
    {
        // Beyond the edge by a pixel or more all is black; in between the black counts with its share.
        if (!(x > -1 && y > -1 && x < image.Width && y < image.Height))
        {
            return;
        }

        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        // Shares in 1/256: a grey level at most from exact ones, and whole numbers are several times faster.
        var (right, down) = ((int)(((x - left) * One) + 0.5), (int)(((y - top) * One) + 0.5));
        var (a, b, c, d) = ((One - right) * (One - down), right * (One - down), (One - right) * down, right * down);
        if (left >= 0 && top >= 0 && left < image.Width - 1 && top < image.Height - 1)
        {
            var row = image.Width * RgbImage.Channels;
            var from = (top * row) + (left * RgbImage.Channels);
            var upper = image.Pixels.AsSpan(from, 2 * RgbImage.Channels);
            var lower = image.Pixels.AsSpan(from + row, 2 * RgbImage.Channels);
            pixel[0] = (byte)(((upper[0] * a) + (upper[3] * b) + (lower[0] * c) + (lower[3] * d) + Half) >> Shift);
            pixel[1] = (byte)(((upper[1] * a) + (upper[4] * b) + (lower[1] * c) + (lower[4] * d) + Half) >> Shift);
            pixel[2] = (byte)(((upper[2] * a) + (upper[5] * b) + (lower[2] * c) + (lower[5] * d) + Half) >> Shift);
            return;
        }

        for (var channel = 0; channel < pixel.Length; channel++)
        {
            var sum = (Value(image, left, top, channel) * a) + (Value(image, left + 1, top, channel) * b) +
                (Value(image, left, top + 1, channel) * c) + (Value(image, left + 1, top + 1, channel) * d);
            pixel[channel] = (byte)((sum + Half) >> Shift);
        }
    }

    private static int Value(RgbImage image, int x, int y, int channel) =>
        (uint)x < (uint)image.Width && (uint)y < (uint)image.Height ? image.Pixels[(((y * image.Width) + x) * RgbImage.Channels) + channel] : 0;

    /// <summary>Half the size, each pixel the mean of four.</summary>
    internal static RgbImage Halve(RgbImage image)
    {
        var (width, height) = (image.Width / 2, image.Height / 2);
        var pixels = new byte[width * height * RgbImage.Channels];
        var row = image.Width * RgbImage.Channels;
        for (int y = 0, to = 0; y < height; y++)
        {
            var upper = image.Pixels.AsSpan(2 * y * row, row);
            var lower = image.Pixels.AsSpan(((2 * y) + 1) * row, row);
            for (var x = 0; to < (y + 1) * width * RgbImage.Channels; x += 2 * RgbImage.Channels, to += RgbImage.Channels)
            {
                pixels[to] = (byte)((upper[x] + upper[x + 3] + lower[x] + lower[x + 3] + 2) / 4);
                pixels[to + 1] = (byte)((upper[x + 1] + upper[x + 4] + lower[x + 1] + lower[x + 4] + 2) / 4);
                pixels[to + 2] = (byte)((upper[x + 2] + upper[x + 5] + lower[x + 2] + lower[x + 5] + 2) / 4);
            }
        }

        return new RgbImage(width, height, pixels);
    }
}
