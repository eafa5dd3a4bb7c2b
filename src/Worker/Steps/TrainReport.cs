using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Mining.Scoring.Promotion;

namespace LiveQuality.Worker.Steps;

/// <summary>What a training did.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="IsNew">Whether the store did not have it before: the same data, options and seed give the same model.</param>
/// <param name="TrainingRows">Lives it learnt from.</param>
/// <param name="TrainingSpeakers">Speakers of those lives.</param>
/// <param name="Holdout">How good such a model is on speakers that it has not seen.</param>
/// <param name="Promotion">Whether it became champion, and why; null where it is the champion already.</param>
/// <param name="Drift">How far lives have moved since the champion before was trained; null where too few came since.</param>
internal sealed record TrainReport(
    string ModelId, bool IsNew, int TrainingRows, int TrainingSpeakers, HoldoutReport Holdout, PromotionDecision? Promotion, DriftReport? Drift) : ICounted
{
    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long>
    {
        ["trainingRows"] = TrainingRows,
        ["trainingSpeakers"] = TrainingSpeakers,
        ["modelsAdded"] = IsNew ? 1 : 0,
        ["modelsPromoted"] = Promotion is { Promote: true } ? 1 : 0,
    };

    string? ICounted.Problem => null;
}
