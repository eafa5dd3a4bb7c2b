using System.Globalization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>Reports as people read them.</summary>
internal static class ReportTexts
{
    public static void Show(IAnsiConsole console, CrawlReport report)
    {
        Line(console, "crawl", $"{report.Pages:N0} pages, {report.Bytes / 1e6:N1} MB");
        Line(console, "  lives", Counts(report.Lives));
        Line(console, "  reviews", Counts(report.Reviews));
        Line(console, "  speakers", Counts(report.Speakers));
        Line(console, "  portraits", Counts(report.Portraits));
        LineIf(console, report.Quarantined, "  quarantined", "items, kept with their reasons: see export --collection quarantine");
        LineIf(console, report.NotRecorded, "  not recorded", "addresses that the recording does not hold");
        LineIf(console, report.Gone, "  gone", "targets that the site no longer has");
        foreach (var fields in report.Fields.Where(f => f.Unknown.Count > 0))
        {
            Line(console, "  unknown fields", $"{fields.Kind}: {string.Join(", ", fields.Unknown.Select(f => $"{f.Key} in {f.Value:N0} of {fields.Items:N0}"))}");
        }

        foreach (var alert in report.FieldAlerts)
        {
            Line(console, alert.Broken ? "  broken field" : "  field news", $"{alert.Message}");
        }

        foreach (var warning in report.Warnings)
        {
            Line(console, "  warning", $"{warning}");
        }
    }

    public static void Show(IAnsiConsole console, ImportReport report)
    {
        Line(console, "import", $"{report.Rows:N0} rows of {report.File}, dated {report.ObservedAt:yyyy-MM-dd}");
        Line(console, "  lives", Counts(report.Lives));
        Line(console, "  speakers", Counts(report.Speakers));
        if (report.Quarantined > 0)
        {
            Line(console, "  quarantined", $"{report.Quarantined:N0} rows, kept with their reasons; the first: {report.FirstReason}");
        }
    }

    public static void Show(IAnsiConsole console, TrainReport report)
    {
        var (model, mean) = (report.Holdout.Model, report.Holdout.TrainingMean);
        Line(console, "train", $"{report.ModelId}{(report.IsNew ? string.Empty : ", which the store had already")}");
        Line(console, "  learnt from", $"{report.TrainingRows:N0} lives of {report.TrainingSpeakers:N0} speakers");
        Line(console, "  on unseen speakers", $"MAE {model.Mae:0.000}, RMSE {model.Rmse:0.000} on {report.Holdout.HeldOutRows:N0} lives (always the mean: {mean.Mae:0.000}, {mean.Rmse:0.000})");
        if (report.Drift is { } drift)
        {
            Line(console, "  drift", DriftText.Of(drift));
        }

        Line(console, "  promotion", $"{report.Promotion?.Reason ?? "it is the champion already"}");
    }

    public static void Show(IAnsiConsole console, ScoreReport report)
    {
        Line(console, "score", Counts(report.Scores));
        Line(console, "  range", $"{report.Lowest:0.00} to {report.Highest:0.00}, median {report.Median:0.00}");
    }

    public static void Line(IAnsiConsole console, string name, FormattableString text) =>
        console.WriteLine($"{name,-20} {text.ToString(CultureInfo.InvariantCulture)}");

    private static void LineIf(IAnsiConsole console, int count, string name, string what)
    {
        if (count > 0)
        {
            Line(console, name, $"{count:N0} {what}");
        }
    }

    private static FormattableString Counts(UpsertCounts counts) => $"{counts.Added:N0} new, {counts.Changed:N0} changed, {counts.Unchanged:N0} as before";
}
