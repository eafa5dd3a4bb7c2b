using LiveQuality.Mining.Faces.Embedding;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Changes that leave an expression what it is: mirroring, a turn of up to 15°, a scale within 12 %, a shift within 3 pixels, contrast within 30 % and brightness within a third of the spread.</summary>
internal static class ChipAugmentation
{
    private const double Turn = 0.26;
    private const double Zoom = 0.12;
    private const double Shift = 3;
    private const double Contrast = 0.3;
    private const double Brightness = 0.3;

    // Grey levels around 0, of the size that nets are started for.
    private const float Middle = 127.5f;
    private const float Spread = 64;

    /// <summary>A chip as nets take it, unchanged.</summary>
    /// <param name="chip">48 x 48 grey levels.</param>
    /// <param name="to">48 x 48 numbers around 0.</param>
    /// <param name="mirrored">Whether to mirror it.</param>
    public static void Plain(float[] chip, Span<float> to, bool mirrored = false)
    {
        const int side = GreyChip.Side;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = (chip[mirrored ? (i / side * side) + side - 1 - (i % side) : i] - Middle) / Spread;
        }
    }

    /// <summary>A chip as nets take it, changed by chance.</summary>
    /// <param name="chip">48 x 48 grey levels.</param>
    /// <param name="to">48 x 48 numbers around 0.</param>
    /// <param name="chance">Says how.</param>
    public static void Change(float[] chip, Span<float> to, Random chance)
    {
        var (angle, scale, flip) = (Turn * Signed(chance), 1 + (Zoom * Signed(chance)), chance.NextDouble() < 0.5 ? -1 : 1);
        var (right, down) = (Shift * Signed(chance), Shift * Signed(chance));
        var (contrast, brightness) = ((float)(1 + (Contrast * Signed(chance))), (float)(Brightness * Signed(chance)));
        var (cos, sin) = (Math.Cos(angle) * scale, Math.Sin(angle) * scale);
        const double centre = (GreyChip.Side - 1) / 2.0;
        for (var y = 0; y < GreyChip.Side; y++)
        {
            for (var x = 0; x < GreyChip.Side; x++)
            {
                var (fromX, fromY) = ((x - centre) * flip, y - centre);
                var grey = Sample(chip, centre + right + (cos * fromX) - (sin * fromY), centre + down + (sin * fromX) + (cos * fromY));
                to[(y * GreyChip.Side) + x] = ((grey - Middle) / Spread * contrast) + brightness;
            }
        }
    }

    private static double Signed(Random chance) => (2 * chance.NextDouble()) - 1;

    // Bilinear; beyond the edge goes on what is at the edge.
    private static float Sample(float[] chip, double x, double y)
    {
        const int last = GreyChip.Side - 1;
        var (left, top) = ((float)Math.Clamp(x, 0, last), (float)Math.Clamp(y, 0, last));
        var (x0, y0) = (Math.Min((int)left, last - 1), Math.Min((int)top, last - 1));
        var (a, b) = (left - x0, top - y0);
        var at = (y0 * GreyChip.Side) + x0;
        return (((chip[at] * (1 - a)) + (chip[at + 1] * a)) * (1 - b)) + (((chip[at + GreyChip.Side] * (1 - a)) + (chip[at + GreyChip.Side + 1] * a)) * b);
    }
}
