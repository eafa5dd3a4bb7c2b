using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Steps.Faces;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>Reports of portraits as people read them.</summary>
internal static class PortraitTexts
{
    public static void Show(IAnsiConsole console, PortraitReport report)
    {
        ReportTexts.Line(console, "portraits", $"{report.Portraits:N0}, of which {report.AsBefore:N0} were seen before; {report.Bytes / 1e6:N1} MB fetched");
        ReportTexts.Line(console, "  new", $"{report.Faces:N0} faces, {report.Abstained:N0} without a face to judge, {report.Refused:N0} refused; {report.SameBytes:N0} of them the same picture as another");
        ReportTexts.Line(console, "  not looked at", $"{report.DefaultAvatars:N0} default avatars, {report.NotRecorded:N0} not recorded, {report.Withheld:N0} withheld, {report.Failed:N0} failed");
    }

    public static void Show(IAnsiConsole console, ForgetReport report)
    {
        ReportTexts.Line(console, "face results", $"{report.Before:N0} before, {report.After:N0} after");
        if (!report.SpeakerKnown)
        {
            ReportTexts.Line(console, "  unknown speaker", $"the store holds no such speaker, so a portrait that a later crawl brings would be looked at");
        }
    }

    public static void Show(IAnsiConsole console, AblationReport report)
    {
        ReportTexts.Line(console, "ablation", $"{report.Rows:N0} lives of {report.Speakers:N0} speakers, {report.RowsWithFace:N0} with a face; {report.Folds} folds by speaker, {report.Seeds} trainings each");
        ReportTexts.Line(console, "  without faces", $"MAE {report.Without.Mae:0.0000}, RMSE {report.Without.Rmse:0.0000}");
        ReportTexts.Line(console, "  with faces", $"MAE {report.With.Mae:0.0000}, RMSE {report.With.Rmse:0.0000}");
        Show(console, "MAE", report.Mae);
        Show(console, "RMSE", report.Rmse);
    }

    private static void Show(IAnsiConsole console, string name, Interval difference) => ReportTexts.Line(
        console,
        $"  {name} difference",
        $"{difference.Value:+0.0000;-0.0000} [{difference.Low:+0.0000;-0.0000}, {difference.High:+0.0000;-0.0000}] (95 %): {Verdict(difference)}");

    private static string Verdict(Interval difference) =>
        !difference.ExcludesZero ? "no effect that can be told from noise" : difference.High < 0 ? "faces help" : "faces harm";
}
