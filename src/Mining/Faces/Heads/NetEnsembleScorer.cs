using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Nets over scaled features that are asked together.</summary>
/// <typeparam name="TNet">The net.</typeparam>
internal sealed class NetEnsembleScorer<TNet> : IDisposable
    where TNet : nn.Module
{
    private const string NoiseName = "noise";

    private readonly ColumnScale _scale;
    private readonly double _noise;
    private readonly Generator _chance = new();
    private readonly List<TNet> _nets = [];

    /// <param name="state">Scale, noise and nets.</param>
    /// <param name="create">Makes a net of so many columns.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit.</exception>
    public NetEnsembleScorer(IReadOnlyDictionary<string, WeightTensor> state, Func<int, Generator, TNet> create)
    {
        var means = state.Numbers(NetEnsembleState.Means);
        _scale = new ColumnScale(means, state.Numbers(NetEnsembleState.Deviations, means.Length));
        _noise = state.Number(NoiseName);
        for (var fold = 0; fold < FoldEnsemble.Folds; fold++)
        {
            var net = create(means.Length, _chance);
            _nets.Add(net);
            ModuleState.Write(net, state.Part($"net{fold}"));
            net.eval();
        }
    }

    /// <summary>The variance of a score about what the nets say, as the faces that a net had not seen show it; kept beside the nets.</summary>
    public static (string Name, WeightTensor Value) Noise(IReadOnlyList<double> unseen, IReadOnlyList<double> truth) =>
        (NoiseName, StateTensors.Of([unseen.Zip(truth, (said, actual) => (said - actual) * (said - actual)).Average()]));

    /// <summary>Mean of what the nets say, number by number.</summary>
    public double[] Mean(Matrix row, Func<TNet, Tensor, double[]> read) => All(row, read).Aggregate((sum, next) => [.. sum.Zip(next, (a, b) => a + b)]).Select(sum => sum / _nets.Count).ToArray();

    /// <summary>Mean of the nets' one number; the deviation is that of single nets on faces they had not seen, and of the nets about each other.</summary>
    public Estimate Estimate(Matrix row, Func<TNet, Tensor, double[]> read)
    {
        double[] said = [.. All(row, read).Select(numbers => numbers[0])];
        var mean = said.Average();
        return new Estimate(mean, Math.Sqrt(_noise + said.Average(value => (value - mean) * (value - mean))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _nets.ForEach(net => net.Dispose());
        _chance.Dispose();
    }

    private IEnumerable<double[]> All(Matrix row, Func<TNet, Tensor, double[]> read)
    {
        torch.set_num_threads(1);
        using var rows = AlignedTensor.Of(Array.ConvertAll(_scale.Apply(row).Values.ToArray(), value => (float)value), row.Rows, row.Columns);
        return [.. _nets.Select(net => read(net, rows))];
    }
}
