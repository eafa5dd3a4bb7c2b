using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>Rows for a network in managed memory: 32-bit floats, column after column, so that one weight meets many rows in one instruction.</summary>
internal sealed class FeatureColumns
{
    private readonly float[] _values;

    /// <param name="features">Rows, every value finite.</param>
    public FeatureColumns(Matrix features)
    {
        Rows = features.Rows;
        _values = new float[features.Values.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < features.Columns; column++)
            {
                _values[(column * Rows) + row] = (float)features[row, column];
            }
        }
    }

    public int Rows { get; }

    /// <summary>All values, column after column.</summary>
    public ReadOnlySpan<float> Values => _values;
}
