using System.Text.Json;
using LiveQuality.Worker.Jobs.Backfilling;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>A backfill, for people.</summary>
internal static class BackfillText
{
    public static void Show(IAnsiConsole console, BackfillReport report)
    {
        if (report.Items.Count == 0)
        {
            ReportTexts.Line(console, "backfill", $"nothing to make up for from {report.From:yyyy-MM-dd HH:mm} to {report.To:yyyy-MM-dd HH:mm} UTC");
        }

        foreach (var (item, end, why) in report.Items)
        {
            ReportTexts.Line(console, item.Job, $"{(end is { } ended ? JsonNamingPolicy.CamelCase.ConvertName($"{ended}") : "would run")}{(why is null ? string.Empty : $": {why}")}");
            ReportTexts.Line(console, "  for", $"{item.Slots.Count} times, {item.Slots[0]:yyyy-MM-dd HH:mm} to {item.Slots[^1]:yyyy-MM-dd HH:mm} UTC");
        }
    }
}
