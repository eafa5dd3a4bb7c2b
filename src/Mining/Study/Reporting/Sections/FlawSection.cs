using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>What each flaw of the original is worth.</summary>
internal static class FlawSection
{
    /// <summary>A table a flaw.</summary>
    public static IReadOnlyList<ReportBlock> Of(StudyResult result) => result.Flaws.Count == 0
        ? []
        :
        [
            new ReportParagraph("Errors with the flaw minus errors without it, everything else as in this run. Below 0 a regressor looks better with the flaw than it is."),
            .. result.Flaws.SelectMany(Of),
        ];

    private static IEnumerable<ReportBlock> Of(FlawEffect flaw)
    {
        yield return new ReportHeading(flaw.Switch);
        yield return new ReportParagraph($"{(flaw.On ? "On" : "Off")} in this run. {flaw.Meaning}");
        yield return flaw.Effects.Count == 0
            ? new ReportParagraph("Not measured in this run.")
            : ReportTable.Of(
                $"Change by {flaw.Switch}",
                ["Regressor", "MAE", "RMSE"],
                flaw.Effects.Select(IReadOnlyList<ReportCell> (change) => [change.Name, Figures.Change(change.Mae), Figures.Change(change.Rmse)]));
    }
}
