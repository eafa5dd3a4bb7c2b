using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Study.Results;
using ScottPlot;

namespace LiveQuality.Mining.Study.Reporting.Plots;

/// <summary>Plots of errors.</summary>
internal static class ErrorPlots
{
    /// <summary>Differences and their intervals, a regressor a line.</summary>
    public static ReportPlot Forest(string error, string network, IReadOnlyList<PairedDifference> differences, Func<PairedDifference, Interval> of)
    {
        var ranked = differences.OrderBy(difference => of(difference).Value).ToList();
        var firm = ranked.Where(difference => of(difference).ExcludesZero).Select(difference => difference.Name).ToList();
        return new(
            $"{error} minus that of {network}, with 95 % intervals. Blue: the network is better; orange: the other is better; grey: may be noise.",
            $"Forest plot of {error} differences to {network}. More than noise: {(firm.Count == 0 ? "none" : string.Join(", ", firm))}.",
            480,
            PlotStyle.HeightOf(ranked.Count),
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New($"Differences of {error}", $"{error} minus that of {network}", "");
            plot.Add.VerticalLine(0, 1, PlotStyle.Ink);
            for (var row = 0; row < ranked.Count; row++)
            {
                var interval = of(ranked[row]);
                var colour = !interval.ExcludesZero ? PlotStyle.Grey : interval.Low > 0 ? PlotStyle.Blue : PlotStyle.Orange;
                var line = plot.Add.Line(interval.Low, -row, interval.High, -row);
                line.Color = colour;
                line.LineWidth = 2;
                plot.Add.Marker(interval.Value, -row, MarkerShape.FilledCircle, 7, colour);
            }

            plot.Axes.AutoScale();
            plot.NameRows([.. ranked.Select(difference => difference.Name)]);
            return plot;
        }
    }
}
