namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>From values to places in a picture.</summary>
/// <param name="Low">A value.</param>
/// <param name="High">Another one.</param>
/// <param name="Start">Where the first is drawn.</param>
/// <param name="End">Where the second is drawn.</param>
internal readonly record struct Scale(double Low, double High, double Start, double End)
{
    /// <summary>Where a value is drawn; in the middle where there is no range.</summary>
    public double At(double value) => High == Low ? (Start + End) / 2 : Start + ((value - Low) / (High - Low) * (End - Start));
}
