namespace LiveQuality.Mining.Features;

/// <summary>Numbers for models: rows of equal width, one after the other. NaN stands for unknown until <see cref="MedianImputer"/> has run.</summary>
/// <param name="rows">Number of rows, 0 or more.</param>
/// <param name="columns">Number of columns, 0 or more.</param>
internal sealed class Matrix(int rows, int columns)
{
    private readonly double[] _values = new double[checked(rows * columns)];

    public int Rows => rows;

    public int Columns => columns;

    /// <summary>A matrix of the given values, row after row.</summary>
    /// <exception cref="ArgumentException">The shape does not hold that many.</exception>
    public static Matrix Of(int rows, int columns, ReadOnlySpan<double> values)
    {
        if (values.Length != checked(rows * columns))
        {
            throw new ArgumentException($"{rows} x {columns} do not hold {values.Length} values", nameof(values));
        }

        var matrix = new Matrix(rows, columns);
        values.CopyTo(matrix._values);
        return matrix;
    }

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<double> Values => _values;

    public double this[int row, int column]
    {
        get => _values[(row * columns) + column];
        set => _values[(row * columns) + column] = value;
    }

    /// <summary>One row, to read.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * columns, columns);

    /// <summary>A copy of one column.</summary>
    public double[] Column(int column)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = this[row, column];
        }

        return values;
    }

    /// <summary>A new matrix of the same size, each value made from the old one and its column.</summary>
    public Matrix Map(Func<double, int, double> change)
    {
        var mapped = new Matrix(rows, columns);
        for (var i = 0; i < _values.Length; i++)
        {
            mapped._values[i] = change(_values[i], i % columns);
        }

        return mapped;
    }

    /// <summary>A new matrix of the given rows, in the given order.</summary>
    public Matrix SelectRows(IReadOnlyList<int> kept)
    {
        var selected = new Matrix(kept.Count, columns);
        for (var row = 0; row < kept.Count; row++)
        {
            Row(kept[row]).CopyTo(selected._values.AsSpan(row * columns));
        }

        return selected;
    }

    /// <summary>A new matrix of the given columns, in the given order.</summary>
    public Matrix SelectColumns(IReadOnlyList<int> kept)
    {
        var selected = new Matrix(rows, kept.Count);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < kept.Count; column++)
            {
                selected[row, column] = this[row, kept[column]];
            }
        }

        return selected;
    }
}
