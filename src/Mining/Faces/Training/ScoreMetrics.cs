using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>What a manifest says of attractiveness on the validation part; NaN where a figure is not defined.</summary>
internal static class ScoreMetrics
{
    /// <param name="said">One a face.</param>
    /// <param name="truth">One a face.</param>
    public static Dictionary<string, double> Of(IReadOnlyList<double> said, IReadOnlyList<double> truth)
    {
        var errors = Errors.Of(said, truth);
        return new(StringComparer.Ordinal)
        {
            [$"{FaceTasks.Attractiveness}.n"] = said.Count,
            [$"{FaceTasks.Attractiveness}.pearson"] = Agreement.Pearson(said, truth),
            [$"{FaceTasks.Attractiveness}.mae"] = errors.Mae,
            [$"{FaceTasks.Attractiveness}.rmse"] = errors.Rmse,
        };
    }
}
