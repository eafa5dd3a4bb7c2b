using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring;

/// <summary>What a stored model's manifest says of its training: enough to train it again.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="HasPortraits">Whether it learnt from portraits.</param>
/// <param name="DataSha256">What it learnt from.</param>
public sealed record ManifestReader(string ModelId, TrainingOptions Options, bool HasPortraits, string DataSha256)
{
    /// <summary>Reads a model's manifest.</summary>
    /// <exception cref="ModelFormatException">The model is damaged.</exception>
    public static ManifestReader Read(ModelRecord model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ModelArchive.Unpack(model) switch
        {
            ScoreModel grown => new(model.Id, grown.Manifest.Options, grown.Manifest.Warm.Columns.Contains(PortraitFeatures.HasFace), grown.Manifest.DataSha256),
            TrainedModel published => new(model.Id, published.Manifest.Options, published.Manifest.Pipeline.Columns.Contains(PortraitFeatures.HasFace), published.Manifest.DataSha256),
            var other => throw new ModelFormatException($"{other.Kind} has no manifest known here"),
        };
    }

    /// <summary>Refuses data that are not those the model learnt from.</summary>
    /// <exception cref="MiningException">They have changed.</exception>
    public void CheckData(FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] all = [.. Enumerable.Range(0, table.Ids.Count)];
        var now = table.Sha256(Options.Regressor == Models.Branched.MtbDnn.Name ? all : table.RowsWithReviews(Options.MinReviews));
        if (now != DataSha256)
        {
            throw new MiningException($"the data have changed since {ModelId} was trained: their SHA-256 is {now[..12]}…, not {DataSha256[..12]}…, so it cannot come out the same");
        }
    }
}
