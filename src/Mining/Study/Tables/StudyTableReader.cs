using System.Globalization;
using System.Security.Cryptography;
using LiveQuality.Crawler.Importing;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Tables;

/// <summary>Reads the study's table, in any of its editions, and refuses what is not it in one line that says where.</summary>
internal static class StudyTableReader
{
    private const string CreatedAt = "created_at";
    private const string StartsAt = "starts_at";
    private const string TagName = "tag_name";
    private const double HighestScore = 5;

    // Either will do; the first that is there is read.
    private static readonly string[] Ids = ["live_id", "id"];
    private static readonly string[] Speakers = ["speaker_url", "speaker_name"];

    private static readonly (StudyText Kind, string Column)[] Texts =
    [
        (StudyText.Title, "live_subject"), (StudyText.Title, "subject"), (StudyText.Title, "title"), (StudyText.Description, "description"), (StudyText.Reviews, "reviews"),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">An .xlsx or .csv file with a header; columns that are not needed are ignored.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="ImportException">The file cannot be read, lacks a column, or has a cell that does not fit; the message names file, sheet, row and column.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StudyTable Read(string path, CancellationToken cancellationToken)
    {
        using var table = Open(path);
        var idColumn = Require(table, Ids);
        var speakerColumn = Require(table, Speakers);
        foreach (var column in StudyFeatures.All.Append(StartsAt).Append(StudyFeatures.ReviewScore))
        {
            Require(table, column);
        }

        var rows = new List<StudyRow>();
        var seen = new Dictionary<string, FileRow>(StringComparer.Ordinal);
        var (doubled, blanks) = (0, 0);
        foreach (var row in table.ReadRows(cancellationToken))
        {
            var id = Text(row, idColumn);
            if (seen.TryGetValue(id, out var first))
            {
                doubled += SameCells(first, row) ? 1 : throw new ImportException($"{row.Origin}, column {idColumn}: {id} is that of row {first.Number} too, and the rows differ");
                continue;
            }

            seen.Add(id, row);
            double[] features = [.. StudyFeatures.All.Select(column => Number(row, column) ?? (column == StudyFeatures.Tag ? 0 : double.NaN))];
            blanks += features.Count(double.IsNaN);
            rows.Add(new StudyRow(
                id, Text(row, speakerColumn), Number(row, CreatedAt), Needed(row, StartsAt), features, Score(row), row.Cells.GetValueOrDefault(TagName)?.Trim(), ReadTexts(row)));
        }

        return rows.Count > 0
            ? new StudyTable(rows, new StudySource(Path.GetFileName(path), Sha256(path), rows.Count + doubled, doubled, blanks))
            : throw new ImportException($"{table.Header}: there are no rows below the header");
    }

    private static ITable Open(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".XLSX" => XlsxTable.Open(path),
        ".CSV" => CsvTable.Open(path),
        _ => throw new ImportException($"{path}: the study reads .xlsx and .csv files"),
    };

    private static string Require(ITable table, params string[] either) => Array.Find(either, table.Columns.Contains)
        ?? throw new ImportException($"{table.Header}: there is no column {string.Join(" or ", either)}{Similar(table.Columns, either)}");

    // A column that was renamed is most often one of the few that the study does not know.
    private static string Similar(IReadOnlyList<string> columns, string[] missing)
    {
        var letters = missing.Select(Letters).ToHashSet(StringComparer.Ordinal);
        return columns.FirstOrDefault(column => letters.Contains(Letters(column))) is { } similar ? $"; is {similar} meant?" : string.Empty;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Text(FileRow row, string column) => row.Cells.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text)
        ? text.Trim()
        : throw new ImportException($"{row.Origin}, column {column}: the cell is blank");

    private static double? Number(FileRow row, string column)
    {
        if (!row.Cells.TryGetValue(column, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Trim() switch
        {
            var flag when flag.Equals("true", StringComparison.OrdinalIgnoreCase) => 1,
            var flag when flag.Equals("false", StringComparison.OrdinalIgnoreCase) => 0,
            // Models see 32-bit numbers.
            var cell when double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite((float)number) => number,
            var cell => throw new ImportException($"{row.Origin}, column {column}: '{Short(cell)}' is no number"),
        };
    }

    private static double Needed(FileRow row, string column) => Number(row, column) ?? throw new ImportException($"{row.Origin}, column {column}: the cell is blank");

    private static double Score(FileRow row) => Needed(row, StudyFeatures.ReviewScore) is var score and >= 0 and <= HighestScore
        ? score
        : throw new ImportException($"{row.Origin}, column {StudyFeatures.ReviewScore}: {Needed(row, StudyFeatures.ReviewScore).ToString(CultureInfo.InvariantCulture)} is no mean rating from 1 to 5, nor 0");

    private static Dictionary<StudyText, string> ReadTexts(FileRow row)
    {
        var texts = new Dictionary<StudyText, string>();
        foreach (var (kind, column) in Texts)
        {
            if (row.Cells.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text))
            {
                texts.TryAdd(kind, text);
            }
        }

        return texts;
    }

    private static bool SameCells(FileRow one, FileRow other) =>
        one.Cells.Count == other.Cells.Count && one.Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var text) && text == cell.Value);

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
