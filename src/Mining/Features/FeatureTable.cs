using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiveQuality.Mining.Features.Rich;
using Microsoft.Data.Analysis;

namespace LiveQuality.Mining.Features;

/// <summary>
/// What models learn from: a row a live, sorted by id (ordinal), so that the same records give the same table whatever the order they came in.
/// </summary>
public sealed class FeatureTable
{
    private const string Id = "id";
    private const string Speaker = "speaker";

    // A training, a comparison and a look for drift all ask for it.
    private readonly Lazy<RichTable> _rich;

    /// <param name="rows">One entry a live, sorted by id.</param>
    /// <param name="columns">The columns of their values.</param>
    internal FeatureTable(IReadOnlyList<FeatureRow> rows, IReadOnlyList<string> columns)
    {
        _rich = new Lazy<RichTable>(MakeRich);
        Columns = columns;
        Ids = [.. rows.Select(row => row.Id)];
        Speakers = [.. rows.Select(row => row.Speaker ?? $"unknown:{row.Id}")];
        CreatedAt = [.. rows.Select(row => row.CreatedAt)];
        StartsAt = [.. rows.Select(row => row.StartsAt)];
        Frame = new DataFrame(
        [
            new StringDataFrameColumn(Id, Ids),
            new StringDataFrameColumn(Speaker, Speakers),
            .. columns.Select((name, column) => new DoubleDataFrameColumn(name, rows.Select(row => row.Values[column]))),
            new DoubleDataFrameColumn(StudyFeatures.ReviewScore, rows.Select(row => row.Score)),
        ]);
    }

    /// <summary>The table: <c>id</c> and <c>speaker</c> as text, <see cref="Columns"/> and <c>review_score</c> as doubles, null where unknown.</summary>
    public DataFrame Frame { get; }

    /// <summary>What models may learn from: <see cref="StudyFeatures.All"/>, <see cref="TextFeatures.All"/>, and <see cref="PortraitFeatures.All"/> behind them where faces are looked at.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Ids of the lives, a row each.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Keys of the speakers, a row each. A live whose speaker is unknown stands alone, as <c>unknown:</c> and its id.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>When each live was announced, Unix seconds; null where unknown.</summary>
    public IReadOnlyList<double?> CreatedAt { get; }

    /// <summary>When each live starts, Unix seconds; null where unknown.</summary>
    public IReadOnlyList<double?> StartsAt { get; }

    /// <summary>Rows that can teach: they have a score, and at least so many reviews that it means something.</summary>
    /// <param name="minReviews">Least number of reviews.</param>
    /// <returns>Row numbers, ascending.</returns>
    internal int[] RowsWithReviews(int minReviews)
    {
        var reviews = Numbers(StudyFeatures.ReviewCount);
        var scores = Numbers(StudyFeatures.ReviewScore);
        return [.. Enumerable.Range(0, Ids.Count).Where(row => reviews[row] >= minReviews && scores[row] is not null)];
    }

    /// <summary>Mean ratings of the given rows, 1..5.</summary>
    /// <exception cref="ArgumentException">A row has no score.</exception>
    internal double[] Targets(IReadOnlyList<int> rows)
    {
        var scores = Numbers(StudyFeatures.ReviewScore);
        return [.. rows.Select(row => scores[row] ?? throw new ArgumentException($"live {Ids[row]} has no {StudyFeatures.ReviewScore}", nameof(rows)))];
    }

    /// <summary>The given columns of the given rows as plain numbers, unknown as NaN.</summary>
    /// <exception cref="ArgumentException">A column is not one of <see cref="Columns"/>.</exception>
    internal Matrix ToMatrix(IReadOnlyList<string> columns, IReadOnlyList<int> rows)
    {
        var matrix = new Matrix(rows.Count, columns.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            var values = Columns.Contains(columns[column])
                ? Numbers(columns[column])
                : throw new ArgumentException($"{columns[column]} is no feature", nameof(columns));
            for (var row = 0; row < rows.Count; row++)
            {
                matrix[row, column] = values[rows[row]] ?? double.NaN;
            }
        }

        return matrix;
    }

    /// <summary>The same lives in the same order, for the columns beyond the study's. An unknown tag is 0, as in the study's table.</summary>
    internal RichTable ToRich() => _rich.Value;

    private RichTable MakeRich()
    {
        int[] rows = [.. Enumerable.Range(0, Ids.Count)];
        var texts = Columns.Contains(TextFeatures.All[0]) ? ToMatrix(TextFeatures.All, rows) : null;
        var portraits = Columns.Contains(PortraitFeatures.HasFace) ? ToMatrix(PortraitFeatures.All, rows) : null;
        var study = ToMatrix(StudyFeatures.All, rows);
        var (tag, scores) = (StudyFeatures.IndexOf(StudyFeatures.Tag), Numbers(StudyFeatures.ReviewScore));
        return new([.. rows.Select(row =>
        {
            var values = study.Row(row).ToArray();
            values[tag] = double.IsNaN(values[tag]) ? 0 : values[tag];
            return new RichLive(Ids[row], Speakers[row], CreatedAt[row], StartsAt[row], values, scores[row], texts?.Row(row).ToArray(), portraits?.Row(row).ToArray());
        })]);
    }

    /// <summary>SHA-256 over ids, speakers, times, features and scores of the given rows: the same hash means that the same data were learnt from.</summary>
    /// <returns>64 lower-case hex digits.</returns>
    internal string Sha256(IReadOnlyList<int> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Columns)
        {
            AppendText(hash, name);
        }

        var numbers = Columns.Append(StudyFeatures.ReviewScore).Select(Numbers).ToArray();
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var row in rows)
        {
            AppendText(hash, Ids[row]);
            AppendText(hash, Speakers[row]);
            foreach (var number in numbers.Select(column => column[row]).Prepend(StartsAt[row]).Prepend(CreatedAt[row]))
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, number ?? double.NaN);
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // With its length in front, so that "ab" and "c" differ from "a" and "bc".
    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private DoubleDataFrameColumn Numbers(string column) => (DoubleDataFrameColumn)Frame.Columns[column];
}
