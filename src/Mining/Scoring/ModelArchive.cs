using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;

namespace LiveQuality.Mining.Scoring;

/// <summary>Turns a model into a record and back. What comes back was checked as something a stranger may have written.</summary>
internal static class ModelArchive
{
    /// <summary>Longest manifest that is read, in characters; ours take a few thousand.</summary>
    internal const int LongestManifest = 1 << 20;

    private const int IdDigits = 12;

    /// <summary>Makes the record.</summary>
    /// <param name="model">The model.</param>
    /// <param name="createdAt">When it was trained; stands beside the content, so that the id does not depend on it.</param>
    public static ModelRecord Pack(TrainedModel model, DateTimeOffset createdAt)
    {
        var manifest = JsonSerializer.Serialize(model.Manifest, ManifestJson.Default.ModelManifest);
        var weights = SafeTensors.Write(model.Predictor.State);
        return new ModelRecord
        {
            Id = IdOf(model.Manifest.Kind, manifest, weights),
            Kind = model.Manifest.Kind,
            CreatedAt = createdAt,
            Manifest = manifest,
            Weights = weights,
            WeightsSha256 = Convert.ToHexStringLower(SHA256.HashData(weights)),
        };
    }

    /// <summary>Makes the model.</summary>
    /// <exception cref="ModelFormatException">The record is damaged or not of a kind known here; the message names the model and what is wrong.</exception>
    public static TrainedModel Unpack(ModelRecord record)
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

    private static TrainedModel Checked(ModelRecord record)
    {
        Require(
            string.Equals(record.WeightsSha256, Convert.ToHexString(SHA256.HashData(record.Weights)), StringComparison.OrdinalIgnoreCase),
            "the weights do not match their SHA-256");
        Require(record.Manifest.Length <= LongestManifest, $"a manifest of {record.Manifest.Length} characters");
        Require(record.Id == IdOf(record.Kind, record.Manifest, record.Weights), "manifest and weights do not match the id");

        var manifest = ReadManifest(record.Manifest);
        Require(manifest.Kind == record.Kind, "the manifest is that of another kind");
        if (manifest.Pipeline.Fault() is { } fault)
        {
            throw new ModelFormatException($"manifest: {fault}");
        }

        var (columns, state) = (manifest.Pipeline.Selection.Kept.Count, SafeTensors.Read(record.Weights));
        IStorablePredictor predictor = manifest.Kind switch
        {
            MtbDnn2019.Name => NetPredictor.Restore(NetShape.MtbDnn2019, columns, state),
            _ => throw new ModelFormatException($"{manifest.Kind} is no kind of model known here"),
        };
        return new TrainedModel(manifest, predictor);
    }

    private static ModelManifest ReadManifest(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ManifestJson.Default.ModelManifest) ?? throw new ModelFormatException("the manifest is null");
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
