using System.Globalization;
using System.Xml.Linq;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>How many there are of each of a few kinds, as columns.</summary>
internal static class Histogram
{
    private const double Width = 420;
    private const double Height = 190;
    private const double Left = 8;
    private const double Right = 412;
    private const double Top = 24;
    private const double Bottom = 164;
    private const double Share = 0.7;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="counts">A label and a number each, in order.</param>
    /// <returns>Null where all are zero.</returns>
    public static XElement? Draw(string id, string title, string description, IReadOnlyList<(string Label, long Count)> counts)
    {
        if (counts.All(count => count.Count == 0))
        {
            return null;
        }

        var y = new Scale(0, counts.Max(count => count.Count), Bottom, Top);
        var step = (Right - Left) / counts.Count;
        return Svg.Picture(id, Width, Height, title, description, [Svg.Line("axis", Left, Bottom, Right, Bottom), .. counts.SelectMany(Column)]);

        IEnumerable<XElement> Column((string Label, long Count) column, int number)
        {
            var middle = Left + ((number + 0.5) * step);
            yield return Svg.Box("bar", middle - (step * Share / 2), y.At(column.Count), step * Share, Bottom - y.At(column.Count));
            yield return Svg.Text("label value", middle, y.At(column.Count) - 6, column.Count.ToString("N0", CultureInfo.InvariantCulture), "middle");
            yield return Svg.Text("tick", middle, Bottom + 18, column.Label, "middle");
        }
    }
}
