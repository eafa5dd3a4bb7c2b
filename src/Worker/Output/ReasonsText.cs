using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Scores;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>Why a live has its score: the sentence and the columns that do most.</summary>
internal static class ReasonsText
{
    private const int Shown = 12;

    public static void Show(IAnsiConsole console, ScoredLive live)
    {
        if (live is not { Reasons: { } reasons, Score: { } score })
        {
            return;
        }

        console.WriteLine(reasons.Sentence);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("column");
        table.AddColumn(new TableColumn("value").RightAligned());
        table.AddColumn(new TableColumn("points").RightAligned());
        table.AddRow("a typical live", string.Empty, Number(reasons.Base, "0.000"));
        foreach (var contribution in reasons.Contributions.Take(Shown))
        {
            table.AddRow(contribution.Column, contribution.Value is { } value ? Number(value, "0.###") : contribution.Column == ScoreReasons.Bounds ? string.Empty : "?", Number(contribution.Points, "+0.000;-0.000"));
        }

        if (reasons.Contributions.Count > Shown)
        {
            table.AddRow(FormattableString.Invariant($"{reasons.Contributions.Count - Shown} others"), string.Empty, Number(reasons.Contributions.Skip(Shown).Sum(contribution => contribution.Points), "+0.000;-0.000"));
        }

        table.AddRow("the score", string.Empty, Number(score, "0.000"));
        console.Write(table);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
