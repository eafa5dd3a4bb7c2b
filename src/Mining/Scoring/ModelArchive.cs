using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring;

/// <summary>Turns a model into a record and back. What comes back was checked as something a stranger may have written.</summary>
internal static class ModelArchive
{
    /// <summary>Longest manifest that is read, in characters; ours take a few thousand.</summary>
    internal const int LongestManifest = 1 << 20;

    private const int IdDigits = 12;

    private const string WarmWeights = "warm.";
    private const string ColdWeights = "cold.";

    /// <summary>Makes the record of a model as published.</summary>
    /// <param name="model">The model.</param>
    /// <param name="createdAt">When it was trained; stands beside the content, so that the id does not depend on it.</param>
    public static ModelRecord Pack(TrainedModel model, DateTimeOffset createdAt) =>
        Pack(model.Manifest.Kind, JsonSerializer.Serialize(model.Manifest, ManifestJson.Default.ModelManifest), model.Predictor.State, createdAt);

    /// <summary>Makes the record of a model of kind <c>mtb-dnn</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="createdAt">When it was trained.</param>
    public static ModelRecord Pack(ScoreModel model, DateTimeOffset createdAt) => Pack(
        model.Kind,
        JsonSerializer.Serialize(model.Manifest, ManifestJson.Default.ScoreManifest),
        Named(WarmWeights, model.Warm).Concat(Named(ColdWeights, model.Cold)).ToDictionary(StringComparer.Ordinal),
        createdAt);

    private static ModelRecord Pack(string kind, string manifest, IReadOnlyDictionary<string, WeightTensor> state, DateTimeOffset createdAt)
    {
        var weights = SafeTensors.Write(state);
        return new ModelRecord
        {
            Id = IdOf(kind, manifest, weights),
            Kind = kind,
            CreatedAt = createdAt,
            CodeVersion = LibraryVersion.Of(typeof(ModelArchive)),
            Manifest = manifest,
            Weights = weights,
            WeightsSha256 = Convert.ToHexStringLower(SHA256.HashData(weights)),
        };
    }

    private static IEnumerable<(string Name, WeightTensor Values)> Named(string prefix, MtbDnnPredictor predictor) => predictor.State.Select(pair => (prefix + pair.Key, pair.Value));

    /// <summary>Makes the model.</summary>
    /// <exception cref="ModelFormatException">The record is damaged or not of a kind known here; the message names the model and what is wrong.</exception>
    public static IScoringModel Unpack(ModelRecord record)
    {
        try
        {
            return Checked(record);
        }
        catch (ModelFormatException exception)
        {
            // Whoever reads the message must know which of the stored models is meant.
            throw new ModelFormatException($"model {record.Id}: {exception.Message}", exception);
        }
    }

    private static IScoringModel Checked(ModelRecord record)
    {
        Require(
            string.Equals(record.WeightsSha256, Convert.ToHexString(SHA256.HashData(record.Weights)), StringComparison.OrdinalIgnoreCase),
            "the weights do not match their SHA-256");
        Require(record.Manifest.Length <= LongestManifest, $"a manifest of {record.Manifest.Length} characters");
        Require(record.Id == IdOf(record.Kind, record.Manifest, record.Weights), "manifest and weights do not match the id");

        return record.Kind switch
        {
            MtbDnn2019.Name => Published(record),
            MtbDnn.Name => Grown(record),
            _ => throw new ModelFormatException($"{record.Kind} is no kind of model known here"),
        };
    }

    private static TrainedModel Published(ModelRecord record)
    {
        var manifest = Read(record.Manifest, ManifestJson.Default.ModelManifest);
        Require(manifest.Kind == record.Kind, "the manifest is that of another kind");
        if (manifest.Pipeline.Fault() is { } fault)
        {
            throw new ModelFormatException($"manifest: {fault}");
        }

        return new TrainedModel(manifest, NetPredictor.Restore(NetShape.MtbDnn2019, manifest.Pipeline.Selection.Kept.Count, SafeTensors.Read(record.Weights)));
    }

    private static ScoreModel Grown(ModelRecord record)
    {
        var manifest = Read(record.Manifest, ManifestJson.Default.ScoreManifest);
        Require(manifest.Kind == record.Kind, "the manifest is that of another kind");
        HashSet<string> known = [.. RichFeatures.All, .. TextFeatures.All, .. PortraitFeatures.All];
        if ((manifest.Warm.Fault(known) ?? manifest.Cold.Fault(known)) is { } fault)
        {
            throw new ModelFormatException($"manifest: {fault}");
        }

        var state = SafeTensors.Read(record.Weights);
        return new ScoreModel(manifest, Side(WarmWeights, manifest.Warm), Side(ColdWeights, manifest.Cold));

        MtbDnnPredictor Side(string prefix, ScoreSide side) => MtbDnnPredictor.Restore(
            side.Columns.Count,
            state.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>Reads a manifest, or another part of a model that is JSON.</summary>
    /// <exception cref="ModelFormatException">It is none.</exception>
    internal static T Read<T>(string json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new ModelFormatException("the manifest is null");
        }
        catch (JsonException exception)
        {
            // What System.Text.Json says of a place in the text is of use to a programmer only.
            throw new ModelFormatException("the manifest is no manifest in JSON", exception);
        }
    }

    private static string IdOf(string kind, string manifest, byte[] weights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(manifest));
        hash.AppendData(weights);
        return $"{kind}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..IdDigits]}";
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ModelFormatException(otherwise);
        }
    }
}
