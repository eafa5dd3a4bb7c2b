namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>A picture in memory: 8 bits a channel, red, green, blue, row after row from the top left, upright (EXIF orientation applied), no alpha.</summary>
internal sealed class RgbImage
{
    /// <summary>Bytes a pixel.</summary>
    public const int Channels = 3;

    /// <param name="width">Pixels a row, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="pixels">width x height x 3 bytes; not copied.</param>
    /// <exception cref="ArgumentException">The bytes do not fit the sizes.</exception>
    public RgbImage(int width, int height, byte[] pixels)
    {
        if (width < 1 || height < 1 || pixels.Length != (long)width * height * Channels)
        {
            throw new ArgumentException($"{pixels.Length} bytes for {width}x{height} pixels", nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The bytes.</summary>
    public byte[] Pixels { get; }

    /// <summary>The picture as in a mirror.</summary>
    public RgbImage Mirrored()
    {
        var mirrored = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (from, to) = (((y * Width) + x) * Channels, ((y * Width) + Width - 1 - x) * Channels);
                Pixels.AsSpan(from, Channels).CopyTo(mirrored.AsSpan(to));
            }
        }

        return new RgbImage(Width, Height, mirrored);
    }
}
