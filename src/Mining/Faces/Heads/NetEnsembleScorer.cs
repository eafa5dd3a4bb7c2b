using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
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
            var stored = state.Part($"net{fold}");
            // Before a net of so many columns is made: the file may say millions.
            if (!stored.Values.Any(tensor => tensor.Shape is [_, var width] && width == means.Length))
            {
                throw new ModelFormatException($"weights: net {fold} does not read {means.Length} columns");
            }

            var net = create(means.Length, _chance);
            _nets.Add(net);
            ModuleState.Write(net, stored);
            net.eval();
        }
    }

    /// <summary>The variance of a score about what the nets say, as the faces that a net had not seen show it; kept beside the nets.</summary>
    public static (string Name, WeightTensor Value) Noise(IReadOnlyList<double> unseen, IReadOnlyList<double> truth) =>
        (NoiseName, StateTensors.Of([unseen.Zip(truth, (said, actual) => (said - actual) * (said - actual)).Average()]));

    /// <summary>Mean of the nets' numbers; the deviation is that of single nets on faces they had not seen, and of the nets about each other.</summary>
    /// <param name="said">One a net.</param>
    public Estimate Estimate(IReadOnlyList<double> said)
    {
        var mean = said.Average();
        return new Estimate(mean, Math.Sqrt(_noise + said.Average(value => (value - mean) * (value - mean))));
    }

    /// <summary>What each net says of a row.</summary>
    /// <param name="row">[1, columns], unscaled.</param>
    /// <param name="read">Asks a net.</param>
    public IReadOnlyList<double[]> All(Matrix row, Func<TNet, Tensor, double[]> read)
    {
        torch.set_num_threads(1);
        using var rows = AlignedTensor.Of(Array.ConvertAll(_scale.Apply(row).Values.ToArray(), value => (float)value), row.Rows, row.Columns);
        return [.. _nets.Select(net => read(net, rows))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _nets.ForEach(net => net.Dispose());
        _chance.Dispose();
    }
}
