namespace LiveQuality.Mining.Faces.Detecting;

/// <summary>A rectangle in pixels of the picture; it may reach over the edge.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
internal readonly record struct FaceBox(double Left, double Top, double Width, double Height)
{
    /// <summary>Square pixels.</summary>
    public double Area => Width * Height;

    /// <summary>Intersection over union with another, 0..1.</summary>
    public double Overlap(FaceBox other)
    {
        var shared = Shared(other);
        return shared / (Area + other.Area - shared);
    }

    /// <summary>Intersection over the smaller of the two, 0..1: a box inside another covers all of itself.</summary>
    public double Cover(FaceBox other) => Shared(other) / Math.Min(Area, other.Area);

    /// <summary>The square about the same centre whose side is the longer side.</summary>
    public FaceBox Square()
    {
        var side = Math.Max(Width, Height);
        return new FaceBox(Left + ((Width - side) / 2), Top + ((Height - side) / 2), side, side);
    }

    /// <summary>Moves the edges, as shares of the width (left, right) and the height (top, bottom): what a net's box regression says.</summary>
    public FaceBox Move(double left, double top, double right, double bottom) =>
        new(Left + (left * Width), Top + (top * Height), Width * (1 + right - left), Height * (1 + bottom - top));

    private double Shared(FaceBox other)
    {
        var width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        var height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        return Math.Max(0, width) * Math.Max(0, height);
    }
}
