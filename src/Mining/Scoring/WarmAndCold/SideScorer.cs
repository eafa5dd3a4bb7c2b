using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Scoring.Reasons;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>From lives to scores with one side of a model.</summary>
/// <param name="basis">One of <see cref="ScoreBases"/>.</param>
/// <param name="side">Everything but weights.</param>
/// <param name="predictor">The network.</param>
internal sealed class SideScorer(string basis, ScoreSide side, MtbDnnPredictor predictor)
{
    /// <summary>The columns of the side. Texts that no live has are unknown.</summary>
    /// <param name="lives">All lives.</param>
    /// <param name="known">Rows whose scores may be looked at.</param>
    /// <param name="rows">The rows wanted.</param>
    /// <exception cref="MiningException">The model learnt from portraits, and the lives have none.</exception>
    public Matrix Features(RichTable lives, IReadOnlyCollection<int> known, IReadOnlyList<int> rows)
    {
        var places = lives.Columns.Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        if (side.Columns.Any(column => PortraitFeatures.All.Contains(column) && !places.ContainsKey(column)))
        {
            throw new MiningException("this model learnt from portraits, which are not looked at here: switch Faces:Enabled on, or train another one");
        }

        int?[] from = [.. side.Columns.Select(column => places.TryGetValue(column, out var place) ? place : (int?)null)];
        var (all, features) = (lives.ToMatrix(known, rows), new Matrix(rows.Count, from.Length));
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < from.Length; column++)
            {
                features[row, column] = from[column] is { } place ? all[row, place] : double.NaN;
            }
        }

        return features;
    }

    /// <summary>Scores lives.</summary>
    /// <param name="lives">All lives.</param>
    /// <param name="known">Rows whose scores may be looked at.</param>
    /// <param name="rows">The rows to score.</param>
    /// <param name="order">What all of them share.</param>
    /// <param name="cancellationToken">Ends it within one live.</param>
    /// <returns>Each row with its score.</returns>
    public IEnumerable<(int Row, Score Score)> Score(RichTable lives, IReadOnlyCollection<int> known, IReadOnlyList<int> rows, ScoreOrder order, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var features = Features(lives, known, rows);
        var (predicted, slices) = (predictor.Predict(features), ScoreSlices.Of(lives, rows));
        var explainer = order.Reasons ? new Explainer(predictor, [.. side.Typical.Select(value => value ?? double.NaN)], side.Columns) : null;
        var points = explainer?.Explain(features, cancellationToken);
        return rows.Select((row, index) =>
        {
            var (live, evidence) = (lives.Lives[row], ScoreSlices.Evidence(lives.Lives[row]));
            var (score, low, high) = Weigh(predicted[index], evidence, slices[index]);
            return (row, new Score
            {
                Id = live.Id,
                ModelId = order.ModelId,
                Value = score.Mean,
                Low = low,
                High = high,
                Basis = basis,
                Predicted = Math.Clamp(predicted[index], Ratings.Lowest, Ratings.Highest),
                EvidenceWeight = score.EvidenceWeight,
                Reasons = explainer is null ? null : Reasoning.Of(explainer, features.Row(index), points!.Row(index), predicted[index], score, evidence),
                ScoredAt = order.Now,
            });
        });
    }

    /// <summary>One score with its interval.</summary>
    /// <param name="predicted">What the network says.</param>
    /// <param name="evidence">What reviews say.</param>
    /// <param name="slices">The groups the live belongs to.</param>
    public (PosteriorScore Score, double Low, double High) Weigh(double predicted, Evidence evidence, IReadOnlyList<string> slices)
    {
        var score = side.Prior.Weigh(predicted, evidence);
        var (low, high) = side.Intervals.Around(score.Mean, score.Deviation, EvidenceBands.Of(evidence), slices);
        return (score, low, high);
    }
}
