using System.Diagnostics.CodeAnalysis;
using LiveQuality.Mining.Study.Results;
using ScottPlot;

namespace LiveQuality.Mining.Study.Reporting.Plots;

/// <summary>Plots of the data themselves.</summary>
internal static class DataPlots
{
    private const int Width = 960;
    private const int ShownGroups = 40;

    /// <summary>Correlation matrix as a heat map.</summary>
    public static ReportPlot Correlations(CorrelationMatrix matrix)
    {
        var count = matrix.Columns.Count;
        return new(
            "Pearson's correlation of each pair of columns: blue is +1, white 0, orange -1.",
            $"Heat map of the correlations of {count} columns; the tables below give the largest.",
            Width - 140,
            Math.Max(420, 190 + (22 * count)),
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New("Correlations", "", "");
            var map = plot.Add.Heatmap(Square(matrix));
            map.Colormap = new ScottPlot.Colormaps.CustomInterpolated([PlotStyle.Orange, Colors.White, PlotStyle.Blue]);
            map.ManualRange = new(-1, 1);
            map.Position = new CoordinateRect(0, count - 1, -count + 1, 0); // middles of the cells
            plot.Axes.Right.MinimumSize = 0;
            var scale = plot.Add.ColorBar(map);
            scale.Axis.TickLabelStyle.ForeColor = PlotStyle.Ink;
            scale.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([-1, -0.5, 0, 0.5, 1], ["-1", "-0.5", "0", "0.5", "1"]);
            plot.HideGrid();
            plot.NameRows(matrix.Columns);
            plot.Axes.SetLimits(-0.5, count - 0.5, -count + 0.5, 0.5);
            plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, count).Select(column => (double)column)], [.. matrix.Columns]);
            plot.Axes.Bottom.MajorTickStyle.Length = 0;
            plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 190;
            return plot;
        }
    }

    /// <summary>Quartiles and mean of each group's scores.</summary>
    public static ReportPlot Groups(GroupedScores grouped, PlotLabels labels)
    {
        var largest = grouped.Groups.OrderByDescending(group => group.Lives).Take(ShownGroups).ToHashSet();
        var shown = grouped.Groups.Where(largest.Contains).ToList();
        var ranked = shown.OrderByDescending(group => group.Mean).ToList();
        return new(
            "Bar: the middle half of the scores; line: their median; dot: their mean; in brackets the number of lives."
                + (shown.Count < grouped.Groups.Count ? $" Only the {ShownGroups} largest of {grouped.Groups.Count} groups." : "")
                + (labels.Family is null && grouped.Groups.Any(group => group.Key != group.Label) ? " No typeface with Chinese characters was found, so groups go by their keys." : ""),
            $"Scores by {grouped.By}: highest mean {ranked[0].Label} ({Figures.Value(ranked[0].Mean)}), lowest {ranked[^1].Label} ({Figures.Value(ranked[^1].Mean)}).",
            Width - 140,
            PlotStyle.HeightOf(shown.Count),
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New($"Scores by {grouped.By}", "Score", "");
            plot.Add.Bars((Bar[])[.. shown.Select((group, row) => new Bar
            {
                Position = -row,
                ValueBase = group.LowerQuartile,
                Value = group.UpperQuartile,
                Size = 0.6,
                Orientation = Orientation.Horizontal,
                FillColor = PlotStyle.Blue.WithAlpha(0.35),
                LineWidth = 0,
            })]);
            for (var row = 0; row < shown.Count; row++)
            {
                var median = plot.Add.Line(shown[row].Median, -row - 0.3, shown[row].Median, -row + 0.3);
                median.Color = PlotStyle.Blue;
                median.LineWidth = 2;
                plot.Add.Marker(shown[row].Mean, -row, MarkerShape.FilledCircle, 6, PlotStyle.Orange);
            }

            plot.Axes.AutoScale();
            plot.NameRows([.. shown.Select(group => $"{labels.Of(group)} ({Figures.Count(group.Lives)})")]);
            if (labels.Family is not null)
            {
                plot.Font.Set(labels.Family);
            }

            return plot;
        }
    }

    [SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes no other.")]
    private static double[,] Square(CorrelationMatrix matrix)
    {
        var values = new double[matrix.Columns.Count, matrix.Columns.Count];
        for (var row = 0; row < matrix.Columns.Count; row++)
        {
            for (var column = 0; column < matrix.Columns.Count; column++)
            {
                values[row, column] = matrix.Values[row][column];
            }
        }

        return values;
    }
}
