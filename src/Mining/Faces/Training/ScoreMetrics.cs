using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>What a manifest says of attractiveness on the validation part: the figures that are defined.</summary>
internal static class ScoreMetrics
{
    /// <param name="said">One a face.</param>
    /// <param name="truth">One a face.</param>
    public static Dictionary<string, double> Of(IReadOnlyList<double> said, IReadOnlyList<double> truth)
    {
        var errors = Errors.Of(said, truth);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [$"{FaceTasks.Attractiveness}.n"] = said.Count,
            [$"{FaceTasks.Attractiveness}.pearson"] = Agreement.Pearson(said, truth),
            [$"{FaceTasks.Attractiveness}.mae"] = errors.Mae,
            [$"{FaceTasks.Attractiveness}.rmse"] = errors.Rmse,
        };
        // JSON has no word for NaN, and one face, or equal labels, define no correlation.
        return metrics.Where(metric => !double.IsNaN(metric.Value)).ToDictionary(StringComparer.Ordinal);
    }
}
