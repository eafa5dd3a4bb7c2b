using System.Globalization;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>A study as people read it in a terminal: the table, and where the rest is.</summary>
internal static class StudyText
{
    public static void Show(IAnsiConsole console, StudyResult result, string folder)
    {
        ReportTexts.Line(console, "study", $"{result.Source.File}: {result.Rows:N0} lives of {result.Speakers:N0} speakers, {result.Settings.Protocol} protocol, folds by {result.Settings.FoldsBy}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("regressor", "MAE", "RMSE", "published MAE", "published RMSE", "within one sd", "seconds");
        foreach (var row in result.Regressors)
        {
            table.AddRow(
                row.Name,
                Figure(row.Mae, row.MaeSd),
                Figure(row.Rmse, row.RmseSd),
                row.Published is { } mae ? Figure(mae.Mae, mae.MaeSd) : string.Empty,
                row.Published is { } rmse ? Figure(rmse.Rmse, rmse.RmseSd) : string.Empty,
                row.WithinOneSd switch { true => "yes", false => "no", null => string.Empty },
                row.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
        }

        console.Write(table);
        ReportTexts.Line(console, "report", $"{Path.Combine(folder, StudyRunner.HtmlFile)}, {Path.Combine(folder, StudyRunner.MarkdownFile)}; {result.Seconds:0.0} s");
    }

    private static string Figure(double value, double? sd) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0000}{(sd is { } spread ? $" ± {spread:0.0000}" : string.Empty)}");
}
