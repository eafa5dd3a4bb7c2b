using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>What a training of one side gave.</summary>
/// <param name="Side">Everything but weights.</param>
/// <param name="Predictor">The network.</param>
/// <param name="OutOfFold">What parts of it that had not seen the speaker say of each row learnt from.</param>
internal sealed record TrainedSide(ScoreSide Side, MtbDnnPredictor Predictor, double[] OutOfFold);
