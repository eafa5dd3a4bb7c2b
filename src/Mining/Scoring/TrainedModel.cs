using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Scoring;

/// <summary>A model ready to use: what was learnt, and everything that must happen to a row before.</summary>
internal sealed record TrainedModel(ModelManifest Manifest, IStorablePredictor Predictor)
{
    /// <summary>Predicts for rows of a table.</summary>
    public double[] Predict(FeatureTable table, IReadOnlyList<int> rows)
    {
        var pipeline = Manifest.Pipeline;
        return Predictor.Predict(pipeline.Apply(table.ToMatrix(pipeline.Columns, rows)));
    }
}
