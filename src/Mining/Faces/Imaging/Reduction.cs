namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>From decoded pixels to a picture of bounded size.</summary>
internal static class Reduction
{
    private const int Decoded = 4;

    /// <summary>Lays pixels over white; where they are too many, each square of them becomes its mean (a rest at the right and lower edge is left out).</summary>
    /// <param name="pixels">Red, green, blue, alpha, 8 bits each, colours multiplied by alpha.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="most">Most pixels of the result.</param>
    public static RgbImage OverWhite(ReadOnlySpan<byte> pixels, int width, int height, int most)
    {
        var times = (int)Math.Ceiling(Math.Sqrt((double)width * height / most));
        // A long, thin picture is not made thinner than one pixel.
        var (across, down) = (Math.Min(times, width), Math.Min(times, height));
        var (columns, rows) = (width / across, height / down);
        var reduced = new byte[columns * rows * RgbImage.Channels];
        for (int y = 0, to = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++, to += RgbImage.Channels)
            {
                Mean(pixels[(((y * down * width) + (x * across)) * Decoded)..], width, across, down, reduced.AsSpan(to, RgbImage.Channels));
            }
        }

        return new RgbImage(columns, rows, reduced);
    }

    private static void Mean(ReadOnlySpan<byte> pixels, int width, int across, int down, Span<byte> mean)
    {
        int red = 0, green = 0, blue = 0, white = 0;
        for (var y = 0; y < down; y++)
        {
            var row = pixels.Slice(y * width * Decoded, across * Decoded);
            for (var x = 0; x < row.Length; x += Decoded)
            {
                (red, green, blue, white) = (red + row[x], green + row[x + 1], blue + row[x + 2], white + byte.MaxValue - row[x + 3]);
            }
        }

        var (count, half) = (across * down, across * down / 2);
        (mean[0], mean[1], mean[2]) = ((byte)((red + white + half) / count), (byte)((green + white + half) / count), (byte)((blue + white + half) / count));
    }
}
