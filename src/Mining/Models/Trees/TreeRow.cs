using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>Rows as ML.NET takes them: one vector of 32-bit floats and a label.</summary>
internal sealed class TreeRow
{
    /// <summary>The row, all columns.</summary>
    public required float[] Features { get; init; }

    /// <summary>Its target; 0 where it is asked for.</summary>
    public float Label { get; init; }

    /// <summary>A view of rows.</summary>
    public static IDataView View(MLContext context, Matrix features, IReadOnlyList<double>? targets)
    {
        var schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Columns);
        var rows = Enumerable.Range(0, features.Rows).Select(row => new TreeRow
        {
            Features = Array.ConvertAll(features.Values.Slice(row * features.Columns, features.Columns).ToArray(), value => (float)value),
            Label = targets is null ? 0 : (float)targets[row],
        });
        return context.Data.LoadFromEnumerable<TreeRow>([.. rows], schema);
    }
}
