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

    /// <summary>A view of rows.</summary>
    public static IDataView View(MLContext context, Matrix features, IReadOnlyList<double> targets)
    {
        var schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Columns);
        var rows = Enumerable.Range(0, features.Rows).Select(row => new TreeRow
        {
            Features = Floats(features.Row(row)),
            Label = (float)targets[row],
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
