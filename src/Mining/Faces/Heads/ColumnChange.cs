using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>How columns are changed before a ridge regression sees them, and how its weights are changed back: the first ones are scaled one by one, the rest is whitened as one block.</summary>
/// <param name="scale">Of all columns.</param>
/// <param name="whitening">Of the last ones; null where there is no such block.</param>
internal sealed class ColumnChange(ColumnScale scale, Whitening? whitening)
{
    private readonly int _scaled = scale.Means.Count - (whitening?.Columns ?? 0);

    /// <summary>What is taken off each column.</summary>
    public IReadOnlyList<double> Means => scale.Means;

    /// <summary>Learns from rows.</summary>
    /// <param name="rows">Rows, unscaled.</param>
    /// <param name="whitened">How many of the last columns are whitened, 0 or more.</param>
    public static ColumnChange Of(Matrix rows, int whitened) => new(
        ColumnScale.Of(rows), whitened == 0 ? null : Whitening.Fit(Last(rows, whitened), [new FeatureBlock("last", whitened)]));

    /// <summary>Changes rows.</summary>
    public Matrix Apply(Matrix rows)
    {
        var changed = scale.Apply(rows);
        if (whitening?.Apply(Last(rows, whitening.Columns)) is { } last)
        {
            for (var row = 0; row < rows.Rows; row++)
            {
                for (var column = 0; column < last.Columns; column++)
                {
                    changed[row, _scaled + column] = last[row, column];
                }
            }
        }

        return changed;
    }

    /// <summary>From weights of changed columns to those of the columns as they were: w'(Ax) = (A'w)'x.</summary>
    public double[] Back(IReadOnlyList<double> weights)
    {
        double[] scaled = [.. weights.Take(_scaled).Select((weight, column) => weight / scale.Deviations[column])];
        return [.. scaled, .. whitening?.Back([.. weights.Skip(_scaled)]) ?? []];
    }

    private static Matrix Last(Matrix rows, int count) => rows.SelectColumns([.. Enumerable.Range(rows.Columns - count, count)]);
}
