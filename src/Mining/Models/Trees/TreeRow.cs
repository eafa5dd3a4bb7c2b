using System.Numerics.Tensors;
using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>Rows as ML.NET takes them: one vector of 32-bit floats and a label.</summary>
internal sealed class TreeRow
{
    /// <summary>The row, all columns.</summary>
    public required float[] Features { get; init; }

    /// <summary>Its target.</summary>
    public float Label { get; init; }

    /// <summary>What it counts beside the others; only where a trainer asks for weights.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>A view of rows.</summary>
    /// <param name="context">ML.NET.</param>
    /// <param name="features">Rows, every value finite.</param>
    /// <param name="targets">One number a row.</param>
    /// <param name="weights">One number a row, above 0; null where all count the same.</param>
    public static IDataView View(MLContext context, Matrix features, IReadOnlyList<double> targets, IReadOnlyList<double>? weights = null)
    {
        var schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Columns);
        var rows = Enumerable.Range(0, features.Rows).Select(row => new TreeRow
        {
            Features = Floats(features.Row(row)),
            Label = (float)targets[row],
            Weight = (float)(weights?[row] ?? 1),
        });
        return context.Data.LoadFromEnumerable<TreeRow>([.. rows], schema);
    }

    /// <summary>Numbers, each rounded to 32 bits.</summary>
    public static float[] Floats(ReadOnlySpan<double> values)
    {
        var floats = new float[values.Length];
        TensorPrimitives.ConvertChecked(values, floats);
        return floats;
    }
}
