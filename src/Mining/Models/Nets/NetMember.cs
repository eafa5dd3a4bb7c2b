using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>One training of an ensemble: its rows, its chance, and how far it is. Between two epochs all that it has learnt is in managed memory.</summary>
internal sealed class NetMember : IDisposable
{
    private readonly NetLayout _layout;
    private readonly Generator _chance;
    private readonly Tensor _packed;
    private readonly FeatureColumns _columns;
    private readonly (FeatureColumns Rows, IReadOnlyList<double> Targets)? _validation;
    private readonly int _epochs;
    private readonly bool _redrawDead;
    private float[] _best = [];
    private double _bestError;
    private int _bestEpoch;

    /// <param name="layout">Where the weights stand.</param>
    /// <param name="training">Rows and seed, checked before.</param>
    /// <param name="epochs">Passes over the rows, 1 or more.</param>
    /// <param name="redrawDead">Whether a <see cref="DeadStart"/> is drawn anew.</param>
    public NetMember(NetLayout layout, NetTraining training, int epochs, bool redrawDead)
    {
        (_layout, _epochs, _redrawDead) = (layout, epochs, redrawDead);
        _columns = new FeatureColumns(training.Rows.Features);
        _validation = training.Validation is { } rows ? (new FeatureColumns(rows.Features), rows.Targets) : null;
        _chance = new Generator((ulong)training.Seed, CPU);
        using var scope = torch.NewDisposeScope();
        var targets = AlignedTensor.Of([.. training.Rows.Targets.Select(target => (float)target)], Rows, 1);
        _packed = torch.cat([training.Rows.Features.ToTensor(), targets], 1).DetachFromDisposeScope();
        (Weights, Means, Squares) = ([], [], []);
        Start();
    }

    /// <summary>Number of training rows.</summary>
    public int Rows => _columns.Rows;

    /// <summary>Batches in an epoch; the last may be smaller than the others.</summary>
    public int Batches => (Rows + MtbDnn2019.BatchSize - 1) / MtbDnn2019.BatchSize;

    /// <summary>[layout.Size].</summary>
    public float[] Weights { get; private set; }

    /// <summary>Adam's running means, [layout.Size].</summary>
    public float[] Means { get; private set; }

    /// <summary>Adam's running squares, [layout.Size].</summary>
    public float[] Squares { get; private set; }

    /// <summary>How often it started, 1 and up.</summary>
    public int Starts { get; private set; }

    /// <summary>Epochs done since the last start.</summary>
    public int Epoch { get; private set; }

    /// <summary>Epochs to go, if this start lives.</summary>
    public int EpochsLeft => _epochs - Epoch;

    /// <summary>The rows in a new order, each with its target behind it: [rows, columns + 1].</summary>
    public Tensor Shuffle()
    {
        using var order = torch.randperm(Rows, generator: _chance);
        return _packed.index_select(0, order);
    }

    /// <summary>Takes what an epoch has taught, and starts anew if it killed the net.</summary>
    public void Learn(float[] weights, float[] means, float[] squares)
    {
        (Weights, Means, Squares) = (weights, means, squares);
        Epoch++;
        if (_redrawDead && Starts < DeadStart.MostStarts && IsDead(weights))
        {
            Start();
        }
        else
        {
            KeepIfBest();
        }
    }

    /// <summary>What the training came to, when no epochs are left.</summary>
    public TrainedNet Result() => new(new NetPredictor(_layout, _best), Starts, IsDead(_best), _bestEpoch);

    public void Dispose()
    {
        _chance.Dispose();
        _packed.Dispose();
    }

    private void Start()
    {
        Weights = _layout.Draw(_chance);
        (Means, Squares) = (new float[_layout.Size], new float[_layout.Size]);
        (Epoch, _bestError) = (0, double.PositiveInfinity);
        Starts++;
    }

    private bool IsDead(float[] weights) => DeadStart.Shows(NetForward.Score(_layout, weights, _columns));

    private void KeepIfBest()
    {
        // Without validation rows each epoch is better than the one before.
        var error = _validation is var (rows, targets) ? Error(rows, targets) : -Epoch;
        if (error < _bestError)
        {
            (_best, _bestError, _bestEpoch) = (Weights, error, Epoch);
        }
    }

    private double Error(FeatureColumns rows, IReadOnlyList<double> targets) =>
        NetForward.Score(_layout, Weights, rows).Zip(targets, (score, target) => (score - target) * (score - target)).Average();
}
