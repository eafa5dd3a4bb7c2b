namespace LiveQuality.Mining.Models.Branched;

/// <summary>What a training of <see cref="MtbDnn"/> gave.</summary>
/// <param name="Predictor">The model.</param>
/// <param name="OutOfFold">What nets and trees that never saw the speaker say of each row learnt from.</param>
/// <param name="Epochs">The pass that each net was kept at, 1 and up.</param>
internal sealed record MtbDnnFit(MtbDnnPredictor Predictor, double[] OutOfFold, IReadOnlyList<int> Epochs);
