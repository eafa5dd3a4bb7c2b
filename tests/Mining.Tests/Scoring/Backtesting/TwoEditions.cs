using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

/// <summary>An invented table in two editions: every fourth of the old lives had few reviews then, and each speaker has two new lives.</summary>
internal static class TwoEditions
{
    public const int Old = 160;
    public const int New = 40;
    public const int Few = Old / 4;
    private const int Speakers = 20;
    private const int Many = 18;

    public static (StudyTable Then, StudyTable Later) Create()
    {
        StudyRow[] later = [.. Enumerable.Range(0, Old + New).Select(Row)];
        var then = later[..Old].Select((row, number) => number % 4 == 0 ? Change(row, (StudyFeatures.ReviewCount, number / 4 % Many)) : row)
            .Select(row => Count(row) < 5 ? row with { Score = 0 } : row);
        return (Table("then.csv", then), Table("later.csv", later));
    }

    public static StudyTable Table(string file, IEnumerable<StudyRow> rows)
    {
        StudyRow[] all = [.. rows];
        return new StudyTable(all, new StudySource(file, string.Empty, all.Length, 0, 0));
    }

    public static StudyTable Map(this StudyTable table, Func<StudyRow, int, StudyRow> change) => table with { Rows = [.. table.Rows.Select(change)] };

    public static StudyRow Change(StudyRow row, params (string Column, double Value)[] changes)
    {
        double[] features = [.. row.Features];
        foreach (var (column, value) in changes)
        {
            features[StudyRow.IndexOf(column)] = value;
        }

        return row with { Features = features };
    }

    public static double Count(StudyRow row) => row.Features[StudyRow.IndexOf(StudyFeatures.ReviewCount)];

    private static StudyRow Row(int number)
    {
        var chance = new Random(number);
        double[] features = [.. StudyFeatures.All.Select(column => column switch
        {
            StudyFeatures.ReviewCount => Many + (number % 30),
            StudyFeatures.Tag => 101 + (number % 3),
            "amount" => 100 * chance.Next(50),
            "seats_taken" or "liked_num" => 50 + chance.Next(500),
            _ => chance.Next(10),
        })];
        var price = features[StudyRow.IndexOf("amount")];
        return new StudyRow(
            $"{900_000_000_000_000_000 + number}",
            $"speaker-{number % Speakers}",
            null,
            1_480_000_000 + (number * 3600.0),
            features,
            4.8 - (price / 5000) - (0.3 * chance.NextDouble()),
            null,
            new Dictionary<StudyText, string>());
    }
}
