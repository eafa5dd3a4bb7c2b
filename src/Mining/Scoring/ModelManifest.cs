using System.Text.Json.Serialization;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring;

/// <summary>Everything about a model but its weights. Holds no time and no place, so that the same training gives the same manifest to the byte.</summary>
/// <param name="Kind">Name of the regressor.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Pipeline">What lies between feature table and model.</param>
/// <param name="TrainingRows">Lives it learnt from.</param>
/// <param name="TrainingSpeakers">Speakers of those lives.</param>
/// <param name="DataSha256">SHA-256 over those rows of the feature table, 64 hex digits.</param>
/// <param name="Holdout">How good a model trained in the same way is on unseen speakers.</param>
/// <param name="Versions">Libraries that took part, by name.</param>
internal sealed record ModelManifest(
    string Kind,
    TrainingOptions Options,
    FeaturePipeline Pipeline,
    int TrainingRows,
    int TrainingSpeakers,
    string DataSha256,
    HoldoutReport Holdout,
    IReadOnlyDictionary<string, string> Versions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(ScoreManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
