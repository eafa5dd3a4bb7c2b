using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Rows around the means of their columns.</summary>
internal static class ColumnMeans
{
    /// <summary>The mean of each column.</summary>
    public static double[] Of(Matrix rows)
    {
        var means = new double[rows.Columns];
        for (var row = 0; row < rows.Rows; row++)
        {
            TensorPrimitives.Add(means, rows.Row(row), means);
        }

        TensorPrimitives.Divide(means, rows.Rows, means);
        return means;
    }

    /// <summary>The rows without the means: [rows, columns], row after row.</summary>
    public static double[] TakeOff(Matrix rows, double[] means)
    {
        var centred = new double[rows.Values.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            TensorPrimitives.Subtract(rows.Row(row), means, centred.AsSpan(row * rows.Columns, rows.Columns));
        }

        return centred;
    }
}
