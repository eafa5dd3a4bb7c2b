using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring;

/// <summary>How good a model of this kind is on lives of speakers it has never seen.</summary>
/// <param name="TrainingRows">Lives it learnt from for this measurement.</param>
/// <param name="HeldOutRows">Lives it was measured on.</param>
/// <param name="HeldOutSpeakers">Speakers it was measured on.</param>
/// <param name="Model">Errors of the model.</param>
/// <param name="TrainingMean">Errors of always saying the training rows' mean: what a model must beat.</param>
public sealed record HoldoutReport(int TrainingRows, int HeldOutRows, int HeldOutSpeakers, Errors Model, Errors TrainingMean);
