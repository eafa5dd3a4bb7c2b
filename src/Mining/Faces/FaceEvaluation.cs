using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces;

/// <summary>How good a head is on labelled faces.</summary>
/// <param name="Task">What it was asked.</param>
/// <param name="Model">Id of the head.</param>
/// <param name="Features">Id of detector and nets.</param>
/// <param name="N">Faces, or pairs, that have the label and were answered.</param>
/// <param name="AbstentionRate">Share of those with the label in which no face was judged, 0..1.</param>
/// <param name="Metrics">Figures by name; null where the rows do not define one.</param>
/// <param name="Intervals">95 % intervals of the same figures by bootstrap over faces, or pairs.</param>
/// <param name="GroupMetric">Which figure the groups are measured by.</param>
/// <param name="Groups">The figure for each gender and race; empty where the data do not say who is in the pictures.</param>
/// <param name="ResearchOnly">Whether the head may be used for research only.</param>
public sealed record FaceEvaluation(
    string Task,
    string Model,
    string Features,
    int N,
    double AbstentionRate,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, Interval?> Intervals,
    string GroupMetric,
    IReadOnlyList<GroupScore> Groups,
    bool ResearchOnly)
{
    /// <summary>What can be asked.</summary>
    public static IReadOnlyList<string> Tasks { get; } = [FaceTasks.Attractiveness, FaceTasks.Expression, FaceTasks.Age, FaceTasks.Gender, FaceTasks.Race, FaceTasks.Verification];
}
