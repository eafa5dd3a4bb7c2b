using System.Globalization;
using LiveQuality.Worker.Steps.Scores;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>Scores as a table.</summary>
internal static class ScoreTable
{
    public static void Show(IAnsiConsole console, string title, IReadOnlyList<ScoredLive> lives)
    {
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("score").RightAligned());
        table.AddColumn(new TableColumn("90 %").Centered());
        table.AddColumn(new TableColumn("reviews").RightAligned());
        table.AddColumn(new TableColumn("their mean").RightAligned());
        table.AddColumn("live");
        table.AddColumn("speaker");
        table.AddColumn("title");
        foreach (var live in lives)
        {
            table.AddRow(
                live.Score is { } score ? Number(score, "0.00") : "–",
                live is { Low: { } low, High: { } high } ? $"{Number(low, "0.00")}–{Number(high, "0.00")}" : "–",
                live.ReviewCount?.ToString("N0", CultureInfo.InvariantCulture) ?? "?",
                live.ReviewScore is { } mean ? Number(mean, "0.00") : "–",
                live.LiveId,
                Markup.Escape(live.Speaker ?? "?"),
                Markup.Escape(live.Subject ?? string.Empty));
        }

        console.Write(table);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
