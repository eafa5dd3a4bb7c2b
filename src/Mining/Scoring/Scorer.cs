using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Scoring;

/// <summary>Scores lives with a stored model.</summary>
public sealed class Scorer(TimeProvider time)
{
    private const double LowestRating = 1;
    private const double HighestRating = 5;

    /// <summary>Scores every live of the table, also those that nobody has reviewed.</summary>
    /// <param name="table">The lives.</param>
    /// <param name="model">The model; checked first, so that a damaged one scores nothing.</param>
    /// <returns>One score a row, 1..5 as ratings are, in the order of the table.</returns>
    /// <exception cref="ModelFormatException">The model is damaged or of a kind not known here.</exception>
    public IReadOnlyList<Score> Score(FeatureTable table, ModelRecord model)
    {
        var predicted = ModelArchive.Unpack(model).Predict(table, [.. Enumerable.Range(0, table.Ids.Count)]);
        var now = time.GetUtcNow();
        return [.. predicted.Select((value, row) => new Score
        {
            Id = table.Ids[row],
            ModelId = model.Id,
            Value = double.IsFinite(value)
                ? Math.Clamp(value, LowestRating, HighestRating)
                : throw new ModelFormatException($"model {model.Id}: its score of live {table.Ids[row]} is not a number"),
            ScoredAt = now,
        })];
    }
}
