using System.Globalization;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Tests.Builders;

/// <summary>Invented tables of the study's kind.</summary>
internal static class StudyFile
{
    /// <summary>Lives of a speaker each two, whose score falls with their price and rises with likes.</summary>
    public static void Write(string path, int rows, params (int Row, string Column, string Text)[] changes)
    {
        string[] columns = ["live_id", "speaker_url", "tag_name", "starts_at", .. StudyFeatures.All, "review_score", "extra"];
        var chance = new Random(1);
        var lines = Enumerable.Range(0, rows).Select(row => string.Join(',', columns.Select(column =>
            Array.Find(changes, change => change.Row == row && change.Column == column) is { Column: not null } change ? change.Text : Cell(column, rows - 1 - row, chance))));
        File.WriteAllLines(path, lines.Prepend(string.Join(',', columns)));
    }

    private static string Cell(string column, int number, Random chance) => column switch
    {
        "live_id" => $"{900_000_000_000_000_000 + number}",
        "speaker_url" => $"speaker-{number / 2}",
        "tag_name" => "标签",
        "tag_id" => $"{101 + (number % 3)}",
        "starts_at" => $"{1_480_000_000 + (number * 3600)}",
        StudyFeatures.ReviewCount => $"{18 + (number % 50)}",
        "amount" or "liked_num" => $"{(number * 37) % 500}",
        "review_score" => (3.5 + (number * 37 % 500 / 500.0) + (0.2 * chance.NextDouble())).ToString("0.000", CultureInfo.InvariantCulture),
        "extra" => "x",
        _ => $"{chance.Next(10)}",
    };
}
