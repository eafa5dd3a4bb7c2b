using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>Everything about a model of kind <c>mtb-dnn</c> but its weights. Holds no time and no place of its making, so that the same training gives the same manifest to the byte.</summary>
/// <param name="Kind">Name of the regressor.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Network">How both networks were trained.</param>
/// <param name="Warm">Learnt from everything that is known by now.</param>
/// <param name="Cold">Learnt from what is known before a live starts.</param>
/// <param name="TrainingRows">Lives it learnt from.</param>
/// <param name="TrainingSpeakers">Their speakers.</param>
/// <param name="DataSha256">SHA-256 over all rows of the table, 64 hex digits: lives that are not learnt from are others' history.</param>
/// <param name="LearntUntil">When the last live that was learnt from started, Unix seconds; null where none has a start.</param>
/// <param name="Slices">Errors on lives whose speakers were not seen, by slice.</param>
/// <param name="Versions">Libraries that took part, by name.</param>
internal sealed record ScoreManifest(
    string Kind,
    TrainingOptions Options,
    MtbDnnOptions Network,
    ScoreSide Warm,
    ScoreSide Cold,
    int TrainingRows,
    int TrainingSpeakers,
    string DataSha256,
    double? LearntUntil,
    IReadOnlyList<SliceErrors> Slices,
    IReadOnlyDictionary<string, string> Versions);
