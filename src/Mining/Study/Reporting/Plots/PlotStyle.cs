using ScottPlot;
using SkiaSharp;

namespace LiveQuality.Mining.Study.Reporting.Plots;

/// <summary>What all plots have in common: dark on white, few lines, colours that people who see no red or green tell apart.</summary>
internal static class PlotStyle
{
    public static readonly Color Ink = Color.FromHex("#3B434C");
    public static readonly Color Blue = Color.FromHex("#2166AC");
    public static readonly Color Orange = Color.FromHex("#C8641C");
    public static readonly Color Grey = Color.FromHex("#8A929B");

    // Room for half of the last tick's label, which would be cut off.
    private const float RightMargin = 22;

    // What ScottPlot takes by default may be a typeface with serifs.
    private static readonly string[] WithoutSerifs = ["Arial", "Helvetica", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Segoe UI"];

    private static readonly Lazy<string> Family = new(() =>
    {
        var families = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.Ordinal);
        return Array.Find(WithoutSerifs, families.Contains) ?? Fonts.Default;
    });

    private static readonly Color Faint = Color.FromHex("#E7EAED");

    /// <summary>An empty plot.</summary>
    public static Plot New(string title, string x, string y)
    {
        var plot = new Plot();
        plot.Title(title, size: 14);
        plot.XLabel(x, size: 12);
        plot.YLabel(y, size: 12);
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Color(Ink);
        plot.Axes.Title.Label.ForeColor = Ink;
        foreach (var axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom, plot.Axes.Right })
        {
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Right.MinimumSize = RightMargin;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.IsVisible = false;
        plot.Grid.MajorLineColor = Faint;
        plot.Legend.OutlineColor = Faint;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontColor = Ink;
        plot.Legend.FontSize = 11;
        plot.Font.Set(Family.Value);
        return plot;
    }

    /// <summary>Names rows from top to bottom at 0, -1, -2 …, without lines between them.</summary>
    public static void NameRows(this Plot plot, IReadOnlyList<string> names)
    {
        plot.Axes.Left.SetTicks([.. names.Select((_, row) => (double)-row)], [.. names]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsY(-names.Count + 0.4, 0.6);
        plot.Grid.YAxisStyle.IsVisible = false;
    }

    /// <summary>Height of a plot with so many named rows, pixels.</summary>
    public static int HeightOf(int rows) => 90 + (24 * rows);
}
