using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Scoring;

/// <summary>What a training gave.</summary>
/// <param name="Model">The model, ready to be stored and to score.</param>
/// <param name="TrainingRows">Lives it learnt from.</param>
/// <param name="TrainingSpeakers">Speakers of those lives.</param>
/// <param name="Holdout">How good a model trained in the same way is on unseen speakers.</param>
public sealed record TrainingResult(ModelRecord Model, int TrainingRows, int TrainingSpeakers, HoldoutReport Holdout);
