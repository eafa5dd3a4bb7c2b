using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>A trained network of any <see cref="NetShape"/>.</summary>
/// <param name="layout">Where the weights stand.</param>
/// <param name="weights">[layout.Size]; belongs to the predictor from now on.</param>
internal sealed class NetPredictor(NetLayout layout, float[] weights) : IStorablePredictor
{
    /// <inheritdoc/>
    public int Columns => layout.Columns;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; } = layout.Save(weights);

    /// <summary>Builds a predictor from saved weights.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="columns">Number of features.</param>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <exception cref="ModelFormatException">The weights are not those of such a network.</exception>
    public static NetPredictor Restore(NetShape shape, int columns, IReadOnlyDictionary<string, WeightTensor> state)
    {
        var layout = new NetLayout(shape, columns);
        return new NetPredictor(layout, layout.Load(state));
    }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        return Array.ConvertAll(NetForward.Score(layout, weights, new FeatureColumns(features)), score => (double)score);
    }
}
