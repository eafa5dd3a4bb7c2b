using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Trains one of the papers' networks.</summary>
internal interface IFaceTrainer
{
    /// <summary>Name of the network, for example <c>crnet</c>.</summary>
    string Kind { get; }

    /// <summary>Trains.</summary>
    /// <param name="set">What to learn from; a part of it is kept out to validate on.</param>
    /// <param name="seed">The same seed and data give the same head to the bit.</param>
    /// <param name="checkpointPath">File that keeps what is done, for trainings of more than a minute; several nets have several, whose names begin so. They stay, for the caller to remove once the head is written.</param>
    /// <param name="progress">Hears of each pass.</param>
    /// <param name="cancellationToken">Ends it; the checkpoint stays.</param>
    /// <exception cref="MiningException">The faces lack the labels that this network learns from, or training diverges.</exception>
    IFaceHead Train(TrainingSet set, int seed, string checkpointPath, IProgress<FitProgress>? progress, CancellationToken cancellationToken);
}
