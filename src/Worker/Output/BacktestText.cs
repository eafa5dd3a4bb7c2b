using System.Globalization;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring.Backtesting;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>A backtest as people read it: a table for each kind of lives.</summary>
internal static class BacktestText
{
    public static void Show(IAnsiConsole console, BacktestReport report)
    {
        ReportTexts.Line(console, "backtest", $"{Printable.OneLine(report.Then.File)} against {Printable.OneLine(report.Later.File)}; learnt from {report.TrainingRows:N0} lives with {report.MinReviews} or more reviews then");
        Show(console, "few then, many later", report.FewThenManyLater);
        Show(console, "new lives", report.NewLives);
    }

    private static void Show(IAnsiConsole console, string title, BacktestGroup group)
    {
        ReportTexts.Line(console, title, $"{group.N:N0} lives");
        if (group.N == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("reviews then", "lives", "shown MAE/RMSE", "prior MAE/RMSE", "posterior MAE/RMSE", "90 % interval holds");
        foreach (var (name, figures) in group.Bands.Where(band => band.Value.N > 0))
        {
            AddRow(table, name, figures, withShown: true);
        }

        if (group.NShown > 0 && group.NShown < group.N)
        {
            AddRow(table, "all with a mean", group.WhereShown, withShown: true);
        }

        // The shown mean is not of all of them: beside the others it would be compared with them.
        AddRow(table, "all", group, withShown: group.NShown == group.N);
        console.Write(table);
    }

    private static void AddRow(Table table, string name, BacktestFigures figures, bool withShown) => table.AddRow(
        name,
        figures.N.ToString("N0", CultureInfo.InvariantCulture),
        withShown ? Figure(figures.Shown) : string.Empty,
        Figure(figures.Prior),
        Figure(figures.Posterior),
        figures.Coverage90 is { } share ? share.ToString("P1", CultureInfo.InvariantCulture) : string.Empty);

    private static string Figure(Errors? errors) => errors is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{errors.Mae:0.000} / {errors.Rmse:0.000}");
}
