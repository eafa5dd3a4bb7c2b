using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>A score and its interval on the scale of ratings, small enough for a line of a table.</summary>
internal static class IntervalBar
{
    private const double Lowest = 1;
    private const double Highest = 5;
    private const double Width = 128;
    private const double Height = 16;
    private const double Margin = 4;
    private const double Middle = Height / 2;
    private const double Thickness = 7;

    /// <param name="score">The score; null draws nothing.</param>
    /// <param name="low">Lower end of the interval; null where there is none.</param>
    /// <param name="high">Its upper end.</param>
    /// <param name="label">What those hear who cannot see it.</param>
    public static MarkupString Draw(double? score, double? low, double? high, string label)
    {
        if (score is not { } value)
        {
            return default;
        }

        var scale = new Scale(Lowest, Highest, Margin, Width - Margin);
        var picture = new XElement(
            "svg",
            new XAttribute("class", "interval"),
            new XAttribute("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(Height)}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", label),
            Svg.Line("axis", scale.Start, Middle, scale.End, Middle),
            Enumerable.Range((int)Lowest, (int)(Highest - Lowest) + 1).Select(rating => Svg.Line("axis", scale.At(rating), Middle - 2, scale.At(rating), Middle + 2)));
        if (low is { } from && high is { } to)
        {
            picture.Add(Svg.Box("band", scale.At(from), Middle - (Thickness / 2), scale.At(to) - scale.At(from), Thickness));
        }

        picture.Add(Svg.Line("mark", scale.At(value), 1, scale.At(value), Height - 1));
        return Svg.Show(picture);
    }
}
