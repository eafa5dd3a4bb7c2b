using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Tests.Models.Nets;

/// <summary>The published network and its training written out in plain double arithmetic, from the description and nothing of the code under test.</summary>
internal sealed class PlainNet(IReadOnlyDictionary<string, WeightTensor> state)
{
    private readonly Dictionary<string, double[]> _weights =
        state.ToDictionary(tensor => tensor.Key, tensor => Array.ConvertAll(tensor.Value.Values, value => (double)value));

    public IReadOnlyDictionary<string, double[]> Weights => _weights;

    public double Score(Matrix rows, int row)
    {
        var features = rows.SelectRows([row]).Values.ToArray();
        foreach (var layer in new[] { "shared1", "shared2", "shared3" })
        {
            features = Array.ConvertAll(Layer(layer, features), value => Math.Max(0, value));
        }

        var branches = new[] { "branch1", "branch2", "branch3" }.Select(branch =>
        {
            var narrow = Array.ConvertAll(Layer(branch + ".narrow", features), value => Math.Min(6, Math.Max(0, value)));
            return Layer(branch + ".score", narrow).Single();
        });
        return branches.Sum() / 3;
    }

    /// <summary>Steps of Adam (Kingma and Ba, algorithm 1) on the mean squared error of each batch plus decay as an L2 penalty.</summary>
    public void Train(Matrix rows, double[] targets, IEnumerable<int[]> batches)
    {
        var (means, squares) = (Zeros(), Zeros());
        foreach (var (index, batch) in batches.Index())
        {
            var gradients = _weights.ToDictionary(tensor => tensor.Key, tensor => Gradient(tensor.Value, rows, targets, batch));
            foreach (var (name, weights) in _weights)
            {
                var (m, v, g) = (means[name], squares[name], gradients[name]);
                for (var i = 0; i < weights.Length; i++)
                {
                    g[i] += 1e-5 * weights[i];
                    m[i] = (0.9 * m[i]) + (0.1 * g[i]);
                    v[i] = (0.999 * v[i]) + (0.001 * g[i] * g[i]);
                    var (mean, square) = (m[i] / (1 - Math.Pow(0.9, index + 1)), v[i] / (1 - Math.Pow(0.999, index + 1)));
                    weights[i] -= 0.01 * mean / (Math.Sqrt(square) + 1e-8);
                }
            }
        }
    }

    // By central differences: slow, and knows nothing of backpropagation.
    private double[] Gradient(double[] weights, Matrix rows, double[] targets, int[] batch)
    {
        const double Nudge = 1e-6;
        var gradient = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i];
            weights[i] = weight + Nudge;
            var above = Loss();
            weights[i] = weight - Nudge;
            gradient[i] = (above - Loss()) / (2 * Nudge);
            weights[i] = weight;
        }

        return gradient;

        double Loss() => batch.Average(row => Math.Pow(Score(rows, row) - targets[row], 2));
    }

    private Dictionary<string, double[]> Zeros() => _weights.ToDictionary(tensor => tensor.Key, tensor => new double[tensor.Value.Length]);

    // weight: [outputs, inputs], row after row.
    private double[] Layer(string name, double[] inputs)
    {
        var (weight, bias) = (_weights[name + ".weight"], _weights[name + ".bias"]);
        return [.. bias.Select((start, output) => start + inputs.Select((value, input) => value * weight[(output * inputs.Length) + input]).Sum())];
    }
}
