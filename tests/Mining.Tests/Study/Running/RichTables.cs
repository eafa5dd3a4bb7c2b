using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Tests;

namespace LiveQuality.Mining.Tests.Study.Running;

/// <summary>Invented tables whose speakers have two lives each, and a network that is small enough for them.</summary>
internal static class RichTables
{
    public const int MinReviews = 18;

    /// <summary>Rows of the file that have too few reviews to take part.</summary>
    public static readonly int[] Few = [3, 20, 40];

    public static MtbDnnOptions Small { get; } = new() { Members = 2, Branches = 2, Width = 4, Epochs = 2 };

    public static StudyTable Read(int rows = 60)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("table.csv");
        StudyFile.Write(file, rows, [.. Few.Select(row => (row, "review_count", "9"))]);
        return StudyTableReader.Read(file, CancellationToken.None);
    }

    /// <summary>The same lives, some with another score.</summary>
    public static StudyTable WithScores(this StudyTable table, IEnumerable<string> ids, double score)
    {
        var changed = ids.ToHashSet(StringComparer.Ordinal);
        return table with { Rows = [.. table.Rows.Select(row => changed.Contains(row.Id) ? row with { Score = score } : row)] };
    }
}
