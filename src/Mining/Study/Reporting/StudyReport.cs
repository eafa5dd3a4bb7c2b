using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Study.Reporting.Sections;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>What a report of a study says, in order.</summary>
internal static class StudyReport
{
    /// <summary>The published network, which all others are compared with.</summary>
    public const string Reference = MtbDnn2019.Name;

    /// <summary>The network of today; where it takes part, all others are compared with it too.</summary>
    public const string Grown = MtbDnn.Name;

    /// <summary>Makes the report.</summary>
    /// <param name="result">What the study found.</param>
    /// <param name="labels">What plots can write; null where nobody will see a plot.</param>
    public static ReportDocument Of(StudyResult result, PlotLabels? labels)
    {
        ReportSection[] sections =
        [
            new("table", "Published and rerun", ErrorSections.Comparison(result)),
            new("seeds", "Chance: seeds and folds", ErrorSections.Spread(result)),
            new("differences", "Paired differences", ErrorSections.Differences(result)),
            new("flaws", "What each flaw is worth", FlawSection.Of(result)),
            new("predictions", "Predictions and residuals", PredictionSection.Of(result)),
            new("importance", "What the columns are worth", LearningSections.Importances(result)),
            new("learning-curves", "Learning curves", LearningSections.Curves(result)),
            new("data", "The columns", DataSections.Columns(result)),
            new("groups", "Scores by group", DataSections.Groups(result, labels ?? new PlotLabels(null))),
            new("clusters", "Kinds of lives", DataSections.Clusters(result)),
            new("words", "Words", DataSections.Words(result)),
            new("provenance", "Where the numbers come from", ProvenanceSection.Of(result)),
        ];
        return new($"LiveQuality: table {result.Settings.Table} of the study, rerun", Summary.Of(result), [.. sections.Where(section => section.Blocks.Count > 0)]);
    }
}
