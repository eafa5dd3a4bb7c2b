using System.Text.Json.Serialization;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Everything about a trained head but its numbers. Holds no time and no place, so that the same training gives the same manifest to the byte.</summary>
/// <param name="Kind">The network: <c>trans-fbp</c>, <c>crnet</c>, <c>hmt-net</c>, <c>tree-cnn</c> or <c>triplet</c>.</param>
/// <param name="Features">Id of the features it stands on: nets, their versions and alignments.</param>
/// <param name="Blocks">The blocks of those that it reads, in order.</param>
/// <param name="Classes">Names of the answers of each task, in the order of the outputs.</param>
/// <param name="Data">What it learned from.</param>
/// <param name="Seed">Where all chance came from.</param>
/// <param name="Validation">What it reached on the part of its training data that was kept out of the fit, by task and metric.</param>
/// <param name="ResearchOnly">Whether the data may be used for research only; then so may the head.</param>
/// <param name="WeightsSha256">SHA-256 of the numbers' file, 64 hex digits.</param>
/// <param name="Start">Id of the head that its nets began as; null where they began at chance.</param>
internal sealed record FaceHeadManifest(
    string Kind,
    string Features,
    IReadOnlyList<string> Blocks,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Classes,
    IReadOnlyList<FaceDataSource> Data,
    int Seed,
    IReadOnlyDictionary<string, double> Validation,
    bool ResearchOnly,
    string WeightsSha256,
    string? Start = null)
{
    /// <summary>Kind and the first digits of the weights' hash: part of every result.</summary>
    [JsonIgnore]
    public string Id => $"{Kind}-{WeightsSha256[..12]}";

    /// <summary>Those figures that their rows define: JSON has no word for NaN.</summary>
    public static IReadOnlyDictionary<string, double> Defined(IReadOnlyDictionary<string, double> figures) =>
        figures.Where(figure => double.IsFinite(figure.Value)).ToDictionary(figure => figure.Key, figure => figure.Value, StringComparer.Ordinal);
}

/// <summary>A data set that a head learned from.</summary>
/// <param name="Name">Name of the file, without its folder.</param>
/// <param name="Sha256">SHA-256 of the file, 64 hex digits.</param>
/// <param name="Faces">How many of its faces took part; the others have no label, no face or are refused.</param>
internal sealed record FaceDataSource(string Name, string Sha256, int Faces);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FaceHeadManifest))]
internal sealed partial class FaceHeadJson : JsonSerializerContext;
