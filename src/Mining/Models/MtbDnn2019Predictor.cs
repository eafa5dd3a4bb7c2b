using LiveQuality.Mining.Features;
using TorchSharp;

namespace LiveQuality.Mining.Models;

/// <summary>A trained MTB-DNN. Keeps its weights in managed memory and builds the network anew for each call, so that there is nothing to dispose.</summary>
internal sealed class MtbDnn2019Predictor(int columns, IReadOnlyDictionary<string, WeightTensor> state) : IStorablePredictor
{
    /// <inheritdoc/>
    public int Columns => columns;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State => state;

    /// <summary>Builds a predictor from saved weights.</summary>
    /// <param name="columns">Number of features.</param>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <exception cref="ModelFormatException">The weights are not those of such a network.</exception>
    public static MtbDnn2019Predictor Restore(int columns, IReadOnlyDictionary<string, WeightTensor> state)
    {
        using var net = new MtbDnn2019Net(columns);
        net.Load(state);
        return new MtbDnn2019Predictor(columns, state);
    }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, columns);
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var forwardOnly = torch.no_grad();
        using var net = new MtbDnn2019Net(columns);
        net.Load(state);
        return [.. net.forward(features.ToTensor()).data<float>().Select(score => (double)score)];
    }
}
