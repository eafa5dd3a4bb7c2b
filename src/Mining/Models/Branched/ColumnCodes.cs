using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// Numbers as a net sees them. A number becomes one unit a piece of its range: 1 for each piece below it, the share of the way through for the piece it lies in, 0 above
/// (piecewise linear encoding: Gorishniy et al., "On Embeddings for Numerical Features in Tabular Deep Learning", 2022). Pieces end at quantiles of the training rows. A category becomes one unit a
/// value. Each column has one unit more that says "unknown"; an unknown number stands at the median besides, an unknown or unseen category has no other unit.
/// </summary>
internal sealed class ColumnCodes
{
    private readonly ColumnCode[] _columns;

    private ColumnCodes(ColumnCode[] columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            column.First = Units;
            Units += column.Units;
        }
    }

    /// <summary>Width of the coded row.</summary>
    public int Units { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Length;

    /// <summary>The code of one column.</summary>
    public ColumnCode this[int column] => _columns[column];

    /// <summary>Learns the pieces.</summary>
    /// <param name="training">Rows, NaN where unknown.</param>
    /// <param name="categories">Columns whose numbers are names.</param>
    /// <param name="bins">Most pieces of a number's range.</param>
    public static ColumnCodes Fit(Matrix training, IReadOnlySet<int> categories, int bins) =>
        new([.. Enumerable.Range(0, training.Columns).Select(column => ColumnCode.Fit(training.Column(column), categories.Contains(column), bins))]);

    /// <summary>Codes from what <see cref="Save"/> gave.</summary>
    /// <exception cref="ModelFormatException">They are no codes.</exception>
    public static ColumnCodes Load(WeightTensor kinds, WeightTensor edges) => new(ColumnCode.Load(kinds.Values, edges.Values));

    /// <summary>One triple a column (category or not, number of edges, median), and the edges of all columns, one column after the other.</summary>
    public (WeightTensor Kinds, WeightTensor Edges) Save()
    {
        float[] kinds = [.. _columns.SelectMany(column => new[] { column.IsCategory ? 1 : 0, column.Edges.Length, column.Median })];
        float[] edges = [.. _columns.SelectMany(column => column.Edges)];
        return (new WeightTensor([_columns.Length, 3], kinds), new WeightTensor([edges.Length], edges));
    }

    /// <summary>Where the values of a row stand.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <param name="found">One entry a column, written.</param>
    public void Find(ReadOnlySpan<double> row, Span<CodedValue> found)
    {
        for (var column = 0; column < _columns.Length; column++)
        {
            found[column] = _columns[column].Find((float)row[column]);
        }
    }

    /// <summary>All rows coded, for training.</summary>
    /// <returns>[rows × <see cref="Units"/>], row after row.</returns>
    public float[] Encode(Matrix rows)
    {
        var coded = new float[rows.Rows * Units];
        for (var row = 0; row < rows.Rows; row++)
        {
            for (var column = 0; column < Count; column++)
            {
                _columns[column].Write((float)rows[row, column], coded.AsSpan((row * Units) + _columns[column].First, _columns[column].Units));
            }
        }

        return coded;
    }
}
