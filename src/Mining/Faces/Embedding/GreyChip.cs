using System.Numerics;
using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>The face itself, grey, 48 pixels a side, framed as FER2013 frames its faces: what the nets see that learn from pixels.</summary>
internal sealed class GreyChip : IFeatureNet
{
    /// <summary>48 x 48 grey levels, 0..255, row after row.</summary>
    public const string Block = "grey-chip";

    /// <summary>Side, pixels.</summary>
    public const int Side = 48;

    // Pixels are counted from the centre of the first.
    private static readonly Vector2 Half = new(0.5f);

    /// <summary>Medians of the points that MTCNN finds in the first 300 faces of FER2013 (five times enlarged; it finds 252).</summary>
    public static readonly AlignmentTemplate Frame = new(
        "fer-48", Side, [new(14.20f, 17.64f), new(32.23f, 17.49f), new(23.09f, 27.78f), new(16.02f, 36.51f), new(30.40f, 36.39f)]);

    /// <summary>Where the points lie in a picture that is a chip as a whole.</summary>
    public static Landmarks LandmarksOf(RgbImage chip)
    {
        var scale = new Vector2((float)chip.Width / Side, (float)chip.Height / Side);
        var points = Frame.Points.Select(point => ((point + Half) * scale) - Half).ToArray();
        return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
    }

    /// <inheritdoc/>
    public string Id => "pixels";

    /// <inheritdoc/>
    public AlignmentTemplate Template => Frame;

    /// <inheritdoc/>
    public IReadOnlyList<FeatureBlock> Blocks { get; } = [new(Block, Side * Side)];

    /// <inheritdoc/>
    public bool IsReadTwice => false;

    /// <inheritdoc/>
    public float[][] Read(RgbImage aligned)
    {
        var grey = new float[aligned.Width * aligned.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            // Luma of ITU-R BT.601.
            var (red, green, blue) = (aligned.Pixels[3 * i], aligned.Pixels[(3 * i) + 1], aligned.Pixels[(3 * i) + 2]);
            grey[i] = ((red * 299) + (green * 587) + (blue * 114) + 500) / 1000;
        }

        return [grey];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
