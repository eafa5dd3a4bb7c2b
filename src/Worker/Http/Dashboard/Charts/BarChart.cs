using System.Xml.Linq;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>Bars that lie, one below the other, each under its own name. What is below zero goes to the left, and is hollow: nobody needs colours to tell.</summary>
internal static class BarChart
{
    private const double Width = 420;
    private const double Margin = 4;
    private const double RowHeight = 31;
    private const double TextLine = 13;
    private const double BarTop = 18;
    private const double BarHeight = 8;
    private const double Overhang = 2.5;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="bars">In order.</param>
    /// <param name="limit">A value to be marked by a line across all bars; null for none.</param>
    /// <returns>Null where there are none.</returns>
    public static XElement? Draw(string id, string title, string description, IReadOnlyList<Bar> bars, double? limit = null)
    {
        if (bars.Count == 0)
        {
            return null;
        }

        var low = Math.Min(0, bars.Min(bar => bar.Value));
        var high = Math.Max(Math.Max(0, limit ?? 0), bars.Max(bar => bar.Value));
        var scale = new Scale(low, high == low ? low + 1 : high, Margin, Width - Margin);
        var height = bars.Count * RowHeight;
        var drawn = bars.SelectMany((bar, row) => Row(bar, row * RowHeight, scale, limit));
        return Svg.Picture(id, Width, height, title, description, drawn);
    }

    private static IEnumerable<XElement> Row(Bar bar, double top, Scale scale, double? limit)
    {
        var (zero, end) = (scale.At(0), scale.At(bar.Value));
        yield return Svg.Text("label", Margin, top + TextLine, bar.Label, "start");
        yield return Svg.Text("label value", Width - Margin, top + TextLine, bar.Text, "end");
        yield return Svg.Box(bar.Value < 0 ? "bar below" : "bar", Math.Min(zero, end), top + BarTop, Math.Abs(end - zero), BarHeight);
        // Beside the bars only: a line through all rows would cross their names.
        yield return Upright("axis", zero, top);
        if (limit is { } marked)
        {
            yield return Upright("limit", scale.At(marked), top);
        }
    }

    private static XElement Upright(string look, double x, double top) => Svg.Line(look, x, top + BarTop - Overhang, x, top + BarTop + BarHeight + Overhang);
}
