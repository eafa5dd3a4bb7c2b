using LiveQuality.Mining.Study.Results;
using ScottPlot;

namespace LiveQuality.Mining.Study.Reporting.Plots;

/// <summary>Plots of what is learnt from columns and from rows.</summary>
internal static class LearningPlots
{
    private const int Width = 480;
    private const int ShownColumns = 15;

    /// <summary>The most important columns of a regressor.</summary>
    public static ReportPlot Importance(ImportanceResult importance)
    {
        var shown = importance.Columns.Take(ShownColumns).ToList();
        return new(
            $"{importance.Name}: how much the MAE grows without a column; the thin lines are one standard deviation over the folds.",
            $"Bars of permutation importance for {importance.Name}; most important: {string.Join(", ", shown.Take(3).Select(column => column.Column))}.",
            Width,
            PlotStyle.HeightOf(shown.Count),
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New(importance.Name, "MAE grows by", "");
            plot.Add.Bars((Bar[])[.. shown.Select((column, row) => new Bar
            {
                Position = -row,
                Value = column.MaeIncrease,
                Error = column.Sd,
                ErrorSize = 0.25,
                Size = 0.65,
                Orientation = Orientation.Horizontal,
                FillColor = PlotStyle.Blue,
                LineColor = PlotStyle.Ink,
                LineWidth = 1,
            })]);
            plot.Axes.AutoScale();
            plot.NameRows([.. shown.Select(column => column.Column)]);
            return plot;
        }
    }

    /// <summary>Errors by number of rows.</summary>
    public static ReportPlot Curve(LearningCurve curve)
    {
        var (first, last) = (curve.Points[0], curve.Points[^1]);
        return new(
            $"{curve.Name}: MAE by rows learnt from; the band is one standard deviation over the folds.",
            $"Learning curve of {curve.Name}: test MAE from {Figures.Error(first.TestMae)} with {Figures.Value(first.Rows)} rows to {Figures.Error(last.TestMae)} with {Figures.Value(last.Rows)}.",
            Width,
            320,
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New(curve.Name, "Rows learnt from", "MAE");
            double[] rows = [.. curve.Points.Select(point => point.Rows)];
            var band = plot.Add.FillY(rows, [.. curve.Points.Select(point => point.TestMae - point.TestMaeSd)], [.. curve.Points.Select(point => point.TestMae + point.TestMaeSd)]);
            band.FillColor = PlotStyle.Blue.WithAlpha(0.15);
            band.LineWidth = 0;
            Line([.. curve.Points.Select(point => point.TestMae)], PlotStyle.Blue, "test");
            Line([.. curve.Points.Select(point => point.TrainingMae)], PlotStyle.Orange, "learnt");
            plot.ShowLegend(Alignment.UpperRight);
            return plot;

            void Line(double[] errors, Color colour, string name)
            {
                var line = plot.Add.Scatter(rows, errors, colour);
                line.LineWidth = 2;
                line.MarkerSize = 6;
                line.LegendText = name;
            }
        }
    }
}
