using System.Globalization;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Worker.Steps.Faces;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>What is said of faces, as people read it.</summary>
internal static class FaceTexts
{
    public static void Show(IAnsiConsole console, FaceInstallReport report) =>
        ReportTexts.Line(console, "face models", $"{report.Written:N0} files written to {report.Folder}{(report.Written == 0 ? ": all were there" : string.Empty)}");

    public static void Show(IAnsiConsole console, AnalyzeReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("file", "outcome", "attractiveness", "age", "gender", "race", "expression", "eyes", "sharpness");
        foreach (var item in report.Items)
        {
            table.AddRow(
                [.. new[]
                {
                    item.File,
                    item.Reason is null ? Word(item.Outcome) : $"{Word(item.Outcome)}: {item.Reason}",
                    Figure(item.Scores?.Attractiveness, "0.00"),
                    Figure(item.Scores?.Age, "0"),
                    Answer(item.Scores?.Gender),
                    Answer(item.Scores?.Race),
                    Answer(item.Scores?.Expression),
                    item.Quality is { } seen ? string.Create(CultureInfo.InvariantCulture, $"{seen.EyeDistance:0} px") : string.Empty,
                    item.Quality is { } quality ? string.Create(CultureInfo.InvariantCulture, $"{quality.Sharpness:0}") : string.Empty,
                }.Select(cell => Markup.Escape(Printable.OneLine(cell)))]);
        }

        console.Write(table);
        ReportTexts.Line(console, "models", $"{string.Join(' ', report.Models)}");
        ReportTexts.Line(console, "mind", $"attractiveness is what raters of one population said of its faces; it does not carry over to others (docs/faces.md)");
    }

    public static void Show(IAnsiConsole console, FaceVerification said)
    {
        if (said.Same is { } same)
        {
            ReportTexts.Line(console, same ? "one person" : "two people", $"distance {said.Distance:0.000}, threshold {said.Threshold:0.000}; one person with probability {said.Probability:0.000} if half of all such pairs are");
        }
        else
        {
            ReportTexts.Line(console, "nothing said", $"{Printable.OneLine(said.Reason ?? string.Empty)}");
        }

        ReportTexts.Line(console, "  models", $"{string.Join(' ', said.Models)}");
    }

    public static void Show(IAnsiConsole console, FaceTrainingReport report)
    {
        ReportTexts.Line(console, "train", $"{report.Id} from {report.Faces:N0} faces: {report.Path}");
        foreach (var (name, value) in report.Validation)
        {
            ReportTexts.Line(console, $"  {name}", $"{value:0.####}");
        }
    }

    public static void Show(IAnsiConsole console, FaceEvaluation evaluation)
    {
        ReportTexts.Line(console, "evaluate", $"{evaluation.Task} by {evaluation.Model}: {evaluation.N:N0} answered, {evaluation.AbstentionRate:P2} without a face to judge");
        foreach (var (name, value) in evaluation.Metrics)
        {
            ReportTexts.Line(console, $"  {name}", evaluation.Intervals[name] is { } interval ? (FormattableString)$"{value:0.0000} [{interval.Low:0.0000}, {interval.High:0.0000}] (95 %)" : $"not defined by these data");
        }

        if (evaluation.Groups.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("gender", "race", "n", evaluation.GroupMetric);
            foreach (var group in evaluation.Groups)
            {
                table.AddRow([.. new[] { group.Gender, group.Race, group.Count.ToString(CultureInfo.InvariantCulture), group.Value.ToString("0.0000", CultureInfo.InvariantCulture) }.Select(Markup.Escape)]);
            }

            console.Write(table);
        }
    }

    private static string Word(FaceOutcome outcome) => outcome switch
    {
        FaceOutcome.Face => "face",
        FaceOutcome.Abstained => "abstained",
        _ => "refused",
    };

    private static string Figure(Estimate? estimate, string format) =>
        estimate is { } known ? $"{known.Mean.ToString(format, CultureInfo.InvariantCulture)} ± {known.StandardDeviation.ToString(format, CultureInfo.InvariantCulture)}" : string.Empty;

    private static string Answer(ClassShares? shares) => shares is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{shares.Answer} {shares.Confidence:0.00}");
}
