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
        var width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        var height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        var shared = Math.Max(0, width) * Math.Max(0, height);
        return shared / (Area + other.Area - shared);
    }
}
