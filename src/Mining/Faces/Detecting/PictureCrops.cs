using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Detecting;

/// <summary>
/// Rectangles of one picture as inputs of nets. The picture is halved again and again once, and every crop is read from the half that is next larger than it: a crop then costs the same, whatever the picture's size,
/// and no detail turns into noise.
/// </summary>
internal sealed class PictureCrops(RgbImage image)
{
    private readonly List<RgbImage> _halves = [image];

    /// <summary>Pixels a row of the picture.</summary>
    public int Width => image.Width;

    /// <summary>Rows of the picture.</summary>
    public int Height => image.Height;

    /// <summary>Reads a rectangle, bilinear, black outside the picture.</summary>
    /// <param name="box">Where.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="zero">The value, 0..255, that becomes 0; 128 more becomes 1.</param>
    /// <param name="planes">Receives [3, height, width]: red, green, blue.</param>
    public void Read(FaceBox box, int width, int height, float zero, Span<float> planes)
    {
        var (stepX, stepY) = (box.Width / width, box.Height / height);
        var half = Half(Math.Min(stepX, stepY));
        var (scaleX, scaleY) = ((double)half.Width / image.Width, (double)half.Height / image.Height);
        var columns = Taps(box.Left * scaleX, stepX * scaleX, width, half.Width);
        var rows = Taps(box.Top * scaleY, stepY * scaleY, height, half.Height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                Read(half, columns[x], rows[y], zero, planes[((y * width) + x)..], width * height);
            }
        }
    }

    private static void Read(RgbImage from, Tap column, Tap row, float zero, Span<float> planes, int plane)
    {
        var pixels = from.Pixels;
        var (above, below) = (row.First * from.Width, row.Second * from.Width);
        for (var channel = 0; channel < RgbImage.Channels; channel++)
        {
            var upper = (column.FirstWeight * pixels[((above + column.First) * RgbImage.Channels) + channel])
                + (column.SecondWeight * pixels[((above + column.Second) * RgbImage.Channels) + channel]);
            var lower = (column.FirstWeight * pixels[((below + column.First) * RgbImage.Channels) + channel])
                + (column.SecondWeight * pixels[((below + column.Second) * RgbImage.Channels) + channel]);
            planes[channel * plane] = ((row.FirstWeight * upper) + (row.SecondWeight * lower) - zero) / 128;
        }
    }

    // The picture, halved until a step is less than two pixels.
    private RgbImage Half(double step)
    {
        var level = 0;
        for (; step >= 2; step /= 2, level++)
        {
            if (level + 1 == _halves.Count)
            {
                var last = _halves[level];
                if (last.Width < 2 || last.Height < 2)
                {
                    break;
                }

                _halves.Add(Warp.Halve(last));
            }
        }

        return _halves[level];
    }

    // Between which pixels each step falls, and how much of each it takes; pixels outside weigh nothing.
    private static Tap[] Taps(double start, double step, int count, int size)
    {
        var taps = new Tap[count];
        for (var i = 0; i < count; i++)
        {
            // The centre of pixel n lies at n + 0.5.
            var at = start + ((i + 0.5) * step) - 0.5;
            var first = (int)Math.Floor(at);
            var share = (float)(at - first);
            taps[i] = new Tap(
                Math.Clamp(first, 0, size - 1), Math.Clamp(first + 1, 0, size - 1), first >= 0 && first < size ? 1 - share : 0, first >= -1 && first < size - 1 ? share : 0);
        }

        return taps;
    }

    private readonly record struct Tap(int First, int Second, float FirstWeight, float SecondWeight);
}
