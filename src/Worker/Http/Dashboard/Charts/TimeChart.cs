using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>Values over time: as steps where a value holds until the next one, or as dots with their intervals where each stands for itself.</summary>
internal static class TimeChart
{
    private const double Width = 420;
    private const double Height = 190;
    private const double Left = 46;
    private const double Right = 408;
    private const double Top = 10;
    private const double Bottom = 164;
    private const double Radius = 3;
    private const int ValueTicks = 6;
    private const int TimeTicks = 5;

    private static readonly TimeSpan Room = TimeSpan.FromHours(12);

    /// <summary>Steps.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="moments">In the order of time.</param>
    /// <returns>Null where there are none.</returns>
    public static XElement? Steps(string id, string title, string description, IReadOnlyList<Moment> moments) =>
        Draw(id, title, description, moments, (x, y) => [Svg.Path("line", StepPath(moments, x, y)), .. moments.Select(moment => Svg.Dot("point", x.At(Seconds(moment.At)), y.At(moment.Value), Radius))]);

    /// <summary>Dots.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="moments">In the order of time.</param>
    /// <param name="fixedScale">Lowest and highest value of the axis; null fits it to the values.</param>
    /// <returns>Null where there are none.</returns>
    public static XElement? Dots(string id, string title, string description, IReadOnlyList<Moment> moments, (double Low, double High)? fixedScale = null) =>
        Draw(id, title, description, moments, (x, y) => moments.SelectMany(moment => Dot(moment, x, y)), fixedScale);

    private static XElement? Draw(
        string id, string title, string description, IReadOnlyList<Moment> moments, Func<Scale, Scale, IEnumerable<XElement>> marks, (double Low, double High)? fixedScale = null)
    {
        if (moments.Count == 0)
        {
            return null;
        }

        var (from, to) = (moments.Min(moment => moment.At), moments.Max(moment => moment.At));
        if (from == to)
        {
            (from, to) = (from - Room, to + Room);
        }

        var values = Ticks.Nice(fixedScale?.Low ?? moments.Min(moment => moment.Low ?? moment.Value), fixedScale?.High ?? moments.Max(moment => moment.High ?? moment.Value), ValueTicks);
        var x = new Scale(Seconds(from), Seconds(to), Left + Radius, Right - Radius);
        var y = new Scale(values[0], values[^1], Bottom, Top);
        return Svg.Picture(id, Width, Height, title, description, [.. Frame(x, y, values, Ticks.Times(from, to, TimeTicks)), .. marks(x, y)]);
    }

    private static IEnumerable<XElement> Frame(Scale x, Scale y, IReadOnlyList<double> values, IReadOnlyList<(DateTimeOffset At, string Text)> times)
    {
        foreach (var value in values)
        {
            yield return Svg.Line("grid", Left, y.At(value), Right, y.At(value));
            yield return Svg.Text("tick", Left - 6, y.At(value) + 4, Short(value), "end");
        }

        yield return Svg.Line("axis", Left, Bottom, Right, Bottom);
        foreach (var (at, text) in times)
        {
            var place = x.At(Seconds(at));
            yield return Svg.Line("axis", place, Bottom, place, Bottom + 4);
            yield return Svg.Text("tick", place, Bottom + 18, text, place > Right - 24 ? "end" : place < Left + 24 ? "start" : "middle");
        }
    }

    private static string StepPath(IReadOnlyList<Moment> moments, Scale x, Scale y)
    {
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{Svg.Number(x.At(Seconds(moments[0].At)))} {Svg.Number(y.At(moments[0].Value))}"));
        foreach (var moment in moments.Skip(1))
        {
            path.Append(CultureInfo.InvariantCulture, $"H{Svg.Number(x.At(Seconds(moment.At)))}V{Svg.Number(y.At(moment.Value))}");
        }

        return path.ToString();
    }

    private static IEnumerable<XElement> Dot(Moment moment, Scale x, Scale y)
    {
        var place = x.At(Seconds(moment.At));
        if (moment is { Low: { } low, High: { } high })
        {
            yield return Svg.Line("whisker", place, y.At(low), place, y.At(high));
        }

        var dot = Svg.Dot("point", place, y.At(moment.Value), Radius);
        if (moment.Name is { } name)
        {
            dot.Add(new XElement("title", name));
        }

        yield return dot;
    }

    private static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0.#####", CultureInfo.InvariantCulture),
    };

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
