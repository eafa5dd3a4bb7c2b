using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>One of the two networks of a model and what makes a score of what it says; everything but its weights.</summary>
/// <param name="Columns">What it learnt from, in its order.</param>
/// <param name="Epochs">The pass that each net was kept at.</param>
/// <param name="NetShare">What nets count beside trees, 0..1.</param>
/// <param name="Prior">How its word is weighed against reviews.</param>
/// <param name="Intervals">How far it may be wrong.</param>
/// <param name="Holdout">Its errors on lives whose speakers it had not seen, without their reviews.</param>
/// <param name="Coverage">What intervals fitted on the other parts of the speakers cover of each part.</param>
/// <param name="Typical">A typical live, against which scores are explained; a number a column, null where unknown.</param>
internal sealed record ScoreSide(
    IReadOnlyList<string> Columns,
    IReadOnlyList<int> Epochs,
    double NetShare,
    PriorAndEvidence Prior,
    ConformalIntervals Intervals,
    Errors Holdout,
    CoverageReport Coverage,
    IReadOnlyList<double?> Typical)
{
    /// <summary>What is wrong with numbers that were read from outside, or null when nothing is.</summary>
    internal string? Fault(IReadOnlySet<string> known) =>
        Columns.FirstOrDefault(column => !known.Contains(column)) is { } column ? $"{column} is no feature known here"
        : Typical.Count != Columns.Count ? $"{Typical.Count} typical values for {Columns.Count} columns"
        : Prior.Fault() ?? Intervals.Fault();
}
