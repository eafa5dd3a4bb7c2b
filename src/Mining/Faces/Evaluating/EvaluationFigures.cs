using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>Puts figures and their intervals into a report.</summary>
internal static class EvaluationFigures
{
    /// <param name="task">What was asked.</param>
    /// <param name="head">Who was asked.</param>
    /// <param name="features">Id of detector and nets.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="abstentionRate">Share that was not answered.</param>
    /// <param name="figures">A figure of some rows, by name; NaN where it is not defined.</param>
    /// <param name="groupMetric">The one that groups are measured by.</param>
    /// <param name="groups">Its value for each group.</param>
    /// <param name="seed">Sets the bootstrap's draws.</param>
    public static FaceEvaluation Report(
        string task,
        IFaceHead head,
        string features,
        int rows,
        double abstentionRate,
        IReadOnlyDictionary<string, Func<IReadOnlyList<int>, double>> figures,
        string groupMetric,
        IReadOnlyList<GroupScore> groups,
        int seed)
    {
        var intervals = figures.ToDictionary(figure => figure.Key, figure => Defined(Bootstrap.Around(rows, figure.Value, seed)), StringComparer.Ordinal);
        return new FaceEvaluation(
            task, head.Manifest.Id, features, rows, abstentionRate, intervals.ToDictionary(interval => interval.Key, interval => interval.Value?.Value, StringComparer.Ordinal), intervals, groupMetric,
            [.. groups.Where(group => !double.IsNaN(group.Value))], head.Manifest.ResearchOnly);
    }

    // JSON has no word for NaN.
    private static Interval? Defined(Interval interval) => double.IsNaN(interval.Value) ? null : interval;
}
