using SkiaSharp;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>EXIF's orientation tag (CIPA DC-008, 0x0112): how a camera was held.</summary>
internal static class Orientation
{
    /// <summary>The picture as it was seen. Left alone where the tag says so or is not there.</summary>
    /// <param name="image">As stored.</param>
    /// <param name="origin">Where the stored picture's first row and first column lie in what was seen: EXIF's values 1 to 8.</param>
    public static RgbImage Upright(RgbImage image, SKEncodedOrigin origin)
    {
        var (width, height) = (image.Width, image.Height);
        // Step in the stored picture for one pixel to the right and one down, and where to begin.
        var (right, down, start) = origin switch
        {
            SKEncodedOrigin.TopRight => (-1, width, width - 1),
            SKEncodedOrigin.BottomRight => (-1, -width, (width * height) - 1),
            SKEncodedOrigin.BottomLeft => (1, -width, width * (height - 1)),
            SKEncodedOrigin.LeftTop => (width, 1, 0),
            SKEncodedOrigin.RightTop => (-width, 1, width * (height - 1)),
            SKEncodedOrigin.RightBottom => (-width, -1, (width * height) - 1),
            SKEncodedOrigin.LeftBottom => (width, -1, width - 1),
            _ => (0, 0, 0),
        };
        if (right == 0)
        {
            return image;
        }

        var (columns, rows) = origin < SKEncodedOrigin.LeftTop ? (width, height) : (height, width);
        var upright = new byte[image.Pixels.Length];
        for (int y = 0, to = 0; y < rows; y++)
        {
            for (int x = 0, from = start + (y * down); x < columns; x++, from += right, to += RgbImage.Channels)
            {
                image.Pixels.AsSpan(from * RgbImage.Channels, RgbImage.Channels).CopyTo(upright.AsSpan(to));
            }
        }

        return new RgbImage(columns, rows, upright);
    }
}
