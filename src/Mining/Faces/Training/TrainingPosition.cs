using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">Passes done.</param>
/// <param name="BestScore">Best validation score so far.</param>
/// <param name="BestEpoch">The pass it was seen after.</param>
/// <param name="Best">The weights then.</param>
internal sealed record TrainingPosition(int Epoch, double BestScore, int BestEpoch, IReadOnlyDictionary<string, WeightTensor> Best);
