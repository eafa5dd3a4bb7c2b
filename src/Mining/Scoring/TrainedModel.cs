using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring;

/// <summary>A model ready to use: what was learnt, and everything that must happen to a row before.</summary>
internal sealed record TrainedModel(ModelManifest Manifest, IStorablePredictor Predictor) : IScoringModel
{
    /// <inheritdoc/>
    public string Kind => Manifest.Kind;

    /// <inheritdoc/>
    public double? LearntUntil => null;

    /// <summary>Scores lives: clipped to what ratings can be, without interval.</summary>
    /// <inheritdoc cref="IScoringModel.Score"/>
    public IReadOnlyList<Score> Score(FeatureTable table, IReadOnlyList<int> rows, string modelId, bool reasons, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. Predict(table, rows).Zip(rows, (value, row) => new Score
        {
            Id = table.Ids[row],
            ModelId = modelId,
            Value = double.IsFinite(value)
                ? Math.Clamp(value, Ratings.Lowest, Ratings.Highest)
                : throw new ModelFormatException($"model {modelId}: its score of live {table.Ids[row]} is not a number"),
            ScoredAt = now,
        }),
    ];

    /// <summary>It has no parts that have not seen the speaker: it may look better than it is.</summary>
    /// <inheritdoc cref="IScoringModel.PredictApart"/>
    public double[] PredictApart(FeatureTable table, IReadOnlyList<int> rows) => Predict(table, rows);

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
