using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Scoring;

/// <summary>A model ready to use: what was learnt, and everything that must happen to a row before.</summary>
internal sealed record TrainedModel(ModelManifest Manifest, IStorablePredictor Predictor)
{
    /// <summary>Predicts for rows of a table.</summary>
    /// <exception cref="MiningException">The model learnt from portraits, and the table has none.</exception>
    public double[] Predict(FeatureTable table, IReadOnlyList<int> rows)
    {
        var pipeline = Manifest.Pipeline;
        if (pipeline.Columns.Any(column => !table.Columns.Contains(column)))
        {
            throw new MiningException("this model learnt from portraits, which are not looked at here: switch Faces:Enabled on, or train another one");
        }

        return Predictor.Predict(pipeline.Apply(table.ToMatrix(pipeline.Columns, rows)));
    }
}
