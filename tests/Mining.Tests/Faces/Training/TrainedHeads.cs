using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Tests;

namespace LiveQuality.Mining.Tests.Faces.Training;

/// <summary>A head of each kind, trained on the same invented faces by few passes, once for all tests that look at it.</summary>
public sealed class TrainedHeads : IDisposable
{
    internal const int Seed = 7;

    internal static readonly TrainingPlan Few = new(Epochs: 3, BatchSize: 6, LearningRate: 0.005, WeightDecay: 1e-4, Patience: 3);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, IFaceHead> _heads = [];

    internal TrainingSet Set { get; } = InventedFaces.Set();

    internal IFaceHead this[string kind]
    {
        get
        {
            if (!_heads.TryGetValue(kind, out var head))
            {
                _heads[kind] = head = Train(kind, Set, Seed, _folder.PathOf("head.checkpoint"), null, CancellationToken.None);
            }

            return head;
        }
    }

    internal static IFaceHead Train(string kind, TrainingSet set, int seed, string checkpoint, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        IFaceTrainer trainer = kind switch
        {
            TransFbpScorer.Name => new TransFbpTrainer(),
            CrNetScorer.Name => new CrNetTrainer(Few),
            HmtNetScorer.Name => new HmtNetTrainer(Few),
            _ => new TreeCnnTrainer(Few),
        };
        return trainer.Train(set, seed, checkpoint, progress, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var head in _heads.Values)
        {
            head.Dispose();
        }

        _folder.Dispose();
    }
}
