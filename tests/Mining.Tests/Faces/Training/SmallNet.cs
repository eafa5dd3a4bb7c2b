using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Training;

/// <summary>A net of four columns with everything that a training has to keep: weights, running means, chance.</summary>
internal sealed class SmallNet : IDisposable
{
    public const int Rows = 24;

    private readonly Tensor _table;
    private readonly Tensor _targets;

    public SmallNet(int seed = 1)
    {
        Chance = new Generator((ulong)seed, CPU);
        Net = nn.Sequential(
            ("linear", nn.Linear(4, 6)), ("norm", nn.BatchNorm1d(6)), ("relu", nn.ReLU()), ("drop", new SeededDropout(0.3, Chance)), ("head", nn.Linear(6, 1)));
        FirstWeights.Draw(Net, Chance);
        // The rows are always the same.
        using var fixedChance = new Generator(9, CPU);
        _table = torch.randn([Rows, 4], generator: fixedChance);
        _targets = _table.sum(1, keepdim: true);
    }

    public Generator Chance { get; }

    public nn.Module<Tensor, Tensor> Net { get; }

    public Dictionary<string, float[]> Weights => ModuleState.Read(Net).ToDictionary(entry => entry.Key, entry => entry.Value.Values, StringComparer.Ordinal);

    public Tensor Loss(int[] batch, Random random)
    {
        using var at = torch.tensor(Array.ConvertAll(batch, row => (long)row));
        // As a trainer that augments does: chance of both kinds.
        using Scalar noise = 0.1 * random.NextDouble();
        var rows = _table.index_select(0, at).add(noise, Held.One);
        return nn.functional.mse_loss(Net.call(rows), _targets.index_select(0, at));
    }

    public double Validate()
    {
        using var scope = torch.NewDisposeScope();
        using var fixedForNow = torch.no_grad();
        return -nn.functional.mse_loss(Net.call(_table), _targets).item<float>();
    }

    public void Dispose()
    {
        Net.Dispose();
        _table.Dispose();
        _targets.Dispose();
        Chance.Dispose();
    }
}
