using LiveQuality.Mining.Study.Results;
using ScottPlot;

namespace LiveQuality.Mining.Study.Reporting.Plots;

/// <summary>Plots of predictions on rows that were not learnt from.</summary>
internal static class PredictionPlots
{
    private const int Width = 480;
    private const int Height = 360;
    private const int Bins = 40;

    // Ratings go from 1 to 5; few lives have less than 3, and they would leave half of the picture white.
    private const double HighestScore = 5;

    // The few misses beyond it stand in the table.
    private const double WidestResidual = 1.5;

    /// <summary>How the true scores and a regressor's predictions are spread.</summary>
    public static ReportPlot Scores(RegressorResult regressor)
    {
        var (truth, predicted) = (regressor.Predictions.Truth, regressor.Predictions.Predicted);
        return new(
            $"How many test rows have which score, and how many {regressor.Name} gives which. Regressors keep to the middle: their predictions are narrower than the truth.",
            $"Histograms of the true scores, mean {Figures.Value(truth.Average())}, and of the predictions of {regressor.Name}, mean {Figures.Value(predicted.Average())}.",
            960,
            300,
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New("Scores", "Score", "Lives");
            var (low, high) = Range([.. truth, .. predicted]);
            Histogram(plot, truth, low, high, PlotStyle.Blue.WithAlpha(0.55), "true");
            Histogram(plot, predicted, low, high, PlotStyle.Orange.WithAlpha(0.45), regressor.Name);
            plot.Axes.SetLimitsX(low, high);
            plot.Axes.Margins(bottom: 0);
            plot.ShowLegend(Alignment.UpperLeft);
            return plot;
        }
    }

    /// <summary>Predicted beside true scores.</summary>
    public static ReportPlot Predicted(RegressorResult regressor)
    {
        var (truth, predicted) = (regressor.Predictions.Truth, regressor.Predictions.Predicted);
        return new(
            $"{regressor.Name}: a dot a test row; on the line a prediction is right.",
            $"Scatter plot of {Figures.Count(truth.Count)} predictions of {regressor.Name} against true scores; MAE {Figures.Error(regressor.Mae)}.",
            Width,
            Height,
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New(regressor.Name, "True score", "Predicted score");
            var (low, high) = Range([.. truth, .. predicted]);
            plot.Add.Markers(Points(truth, predicted), MarkerShape.FilledCircle, 2.5f, PlotStyle.Blue.WithAlpha(0.5));
            var right = plot.Add.Line(low, low, high, high);
            right.Color = PlotStyle.Ink;
            plot.Axes.SetLimits(low, high, low, high);
            return plot;
        }
    }

    /// <summary>How the residuals are spread.</summary>
    public static ReportPlot Residuals(RegressorResult regressor)
    {
        double[] residuals = [.. regressor.Predictions.Residuals];
        return new(
            $"{regressor.Name}: predicted minus true score; right of the line a live was rated too high.",
            $"Histogram of the residuals of {regressor.Name}; mean {Figures.Change(residuals.Average())}.",
            Width,
            280,
            Draw);

        Plot Draw()
        {
            var plot = PlotStyle.New(regressor.Name, "Predicted minus true", "Lives");
            var reach = residuals.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(WidestResidual).Max();
            reach = Math.Clamp(Math.Ceiling(reach * 10) / 10, 0.1, WidestResidual);
            Histogram(plot, residuals, -reach, reach, PlotStyle.Blue.WithAlpha(0.55), name: "");
            plot.Add.VerticalLine(0, 1, PlotStyle.Ink);
            plot.Axes.SetLimitsX(-reach, reach);
            plot.Axes.Margins(bottom: 0);
            return plot;
        }
    }

    private static Coordinates[] Points(IReadOnlyList<double> xs, IReadOnlyList<double> ys) =>
        [.. xs.Zip(ys, (x, y) => new Coordinates(x, y)).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];

    // A whole tenth below the least value, so that ticks are round; a net that went astray must not squeeze all others.
    private static (double Low, double High) Range(IReadOnlyList<double> values)
    {
        var low = values.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        return (Math.Clamp(Math.Floor((low * 10) - 0.5) / 10, 0, HighestScore - 0.5), HighestScore + 0.1);
    }

    private static void Histogram(Plot plot, IReadOnlyList<double> values, double low, double high, Color colour, string name)
    {
        var counts = new int[Bins];
        foreach (var value in values.Where(value => value >= low && value < high))
        {
            counts[Math.Min(Bins - 1, (int)((value - low) / (high - low) * Bins))]++;
        }

        var width = (high - low) / Bins;
        var bars = plot.Add.Bars((Bar[])[.. counts.Select((count, bin) => new Bar
        {
            Position = low + ((bin + 0.5) * width),
            Value = count,
            Size = width,
            FillColor = colour,
            LineWidth = 0,
        })]);
        bars.LegendText = name;
        bars.Color = colour; // of the legend
    }
}
