using SkiaSharp;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A plot that is drawn only when somebody shows it.</summary>
/// <param name="Caption">What it shows and how to read it.</param>
/// <param name="Alt">What a reader who cannot see it should know.</param>
/// <param name="Width">Width on the page, pixels; the picture has half as many again.</param>
/// <param name="Height">Height on the page, pixels.</param>
/// <param name="Draw">Makes the plot; whoever asks disposes of it.</param>
internal sealed record ReportPlot(string Caption, string Alt, int Width, int Height, Func<ScottPlot.Plot> Draw)
{
    // Screens have up to three pixels where a page counts one; more than this doubles the report and nobody sees it.
    private const double Sharpness = 1.5;

    // Flat colours and text: rows filtered by their neighbours compress worse.
    private static readonly SKPngEncoderOptions Smallest = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 9);

    /// <summary>Draws it.</summary>
    /// <returns>A PNG file.</returns>
    public byte[] ToPng()
    {
        using var plot = Draw();
        plot.ScaleFactor = Sharpness;
        using var bitmap = new SKBitmap((int)(Width * Sharpness), (int)(Height * Sharpness), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        plot.Render(canvas, bitmap.Width, bitmap.Height);
        using var pixels = bitmap.PeekPixels();
        using var file = pixels.Encode(Smallest) ?? throw new InvalidOperationException("SkiaSharp could not encode a plot as PNG");
        return file.ToArray();
    }
}
