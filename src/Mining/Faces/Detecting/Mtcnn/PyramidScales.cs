namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>The sizes at which P-Net looks at a picture: it knows faces of 12 pixels alone.</summary>
internal static class PyramidScales
{
    /// <summary>Side of the square that P-Net sees at once, pixels.</summary>
    public const int Cell = 12;

    /// <summary>From one such square to the next, pixels.</summary>
    public const int Stride = 2;

    /// <summary>Each size is this share of the last: half the area, as published.</summary>
    public const double Factor = 0.709;

    /// <param name="shorterSide">Of the picture, pixels.</param>
    /// <param name="smallestFace">Side of the smallest face to be found, pixels, above 0.</param>
    /// <returns>Scales, the largest first, down to the one at which the whole shorter side is one cell; empty where the picture is smaller than the smallest face.</returns>
    public static IReadOnlyList<double> For(int shorterSide, double smallestFace)
    {
        var scales = new List<double>();
        for (var scale = Cell / smallestFace; shorterSide * scale >= Cell; scale *= Factor)
        {
            scales.Add(scale);
        }

        return scales;
    }

    /// <summary>How many squares P-Net sees along a side: (side - 2) / 2, rounded up by its pool, less the four pixels that two convolutions of 3x3 eat.</summary>
    public static int Cells(int side) => ((side - 1) / Stride) - 4;
}
