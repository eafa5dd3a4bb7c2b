using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>Puts the reasons of one score together.</summary>
internal static class Reasoning
{
    /// <summary>
    /// From the columns' points to <see cref="ScoreReasons"/>. The points stay as they are; what the bounds 1..5 cut off the prediction is one contribution more, what reviews then make of it another.
    /// </summary>
    /// <param name="explainer">Whose points they are.</param>
    /// <param name="row">The live, one value a column, NaN where unknown.</param>
    /// <param name="points">What <see cref="Explainer.Explain(ReadOnlySpan{double})"/> said of it.</param>
    /// <param name="predicted">What the model predicted, before it was weighed.</param>
    /// <param name="score">What <see cref="PriorAndEvidence.Weigh"/> made of that.</param>
    /// <param name="evidence">The reviews it was weighed against.</param>
    /// <exception cref="ArgumentException">The widths differ, or the points are not those of this prediction.</exception>
    public static ScoreReasons Of(Explainer explainer, ReadOnlySpan<double> row, ReadOnlySpan<double> points, double predicted, PosteriorScore score, Evidence evidence)
    {
        if (row.Length != explainer.Columns.Count || points.Length != explainer.Columns.Count)
        {
            throw new ArgumentException($"{row.Length} values and {points.Length} points of {explainer.Columns.Count} columns", nameof(points));
        }

        var contributions = new List<Contribution>(points.Length + 1);
        var sum = explainer.Base;
        for (var column = 0; column < points.Length; column++)
        {
            sum += points[column];
            if (points[column] != 0)
            {
                contributions.Add(new Contribution(explainer.Columns[column], double.IsNaN(row[column]) ? null : row[column], points[column]));
            }
        }

        if (Math.Abs(sum - predicted) > Tolerance)
        {
            throw new ArgumentException($"the points lead to {sum}, the prediction is {predicted}", nameof(predicted));
        }

        var bounded = Math.Clamp(predicted, Ratings.Lowest, Ratings.Highest);
        if (bounded != predicted)
        {
            contributions.Add(new Contribution(ScoreReasons.Bounds, null, bounded - predicted));
        }

        contributions.Add(new Contribution(ScoreReasons.ReviewsSoFar, evidence.Count, score.Mean - bounded));
        return new ScoreReasons(
            explainer.Base,
            [.. contributions.OrderByDescending(contribution => Math.Abs(contribution.Points))],
            ReasonsSentence.Of(ReasonsOutline.Of(score.Mean, explainer.Base, contributions, evidence.Count, score.EvidenceWeight)));
    }

    // What is promised of base plus contributions against the score.
    private const double Tolerance = 1e-6;
}
