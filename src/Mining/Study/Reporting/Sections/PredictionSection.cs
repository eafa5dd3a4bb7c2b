using LiveQuality.Mining.Study.Reporting.Plots;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>Predictions beside the truth.</summary>
internal static class PredictionSection
{
    private const int Shown = 4;

    /// <summary>Plots of the network and the best others.</summary>
    public static IReadOnlyList<ReportBlock> Of(StudyResult result)
    {
        var chosen = result.Regressors
            .Where(regressor => regressor.Predictions.Truth.Count > 0)
            .OrderByDescending(regressor => regressor.Name == StudyReport.Reference).ThenBy(regressor => regressor.Mae).Take(Shown).ToList();
        return chosen.Count == 0
            ? []
            :
            [
                new ReportPlots([PredictionPlots.Scores(chosen[0])]),
                new ReportHeading("Predicted and true scores"),
                new ReportPlots([.. chosen.Select(PredictionPlots.Predicted)]),
                new ReportHeading("Residuals"),
                ReportTable.Of(
                    "Residuals: predicted minus true",
                    ["Regressor", "Mean", "5 %", "Median", "95 %", "Largest miss"],
                    chosen.Select(Residuals)),
                new ReportPlots([.. chosen.Select(PredictionPlots.Residuals)]),
            ];
    }

    private static IReadOnlyList<ReportCell> Residuals(RegressorResult regressor)
    {
        var residuals = regressor.Predictions.Residuals.Order().ToList();
        return
        [
            regressor.Name,
            Figures.Change(residuals.Average()),
            Figures.Change(At(0.05)),
            Figures.Change(At(0.5)),
            Figures.Change(At(0.95)),
            Figures.Error(Math.Max(Math.Abs(residuals[0]), Math.Abs(residuals[^1]))),
        ];

        // The nearest row: among thousands no reader sees the difference to an interpolated one.
        double At(double share) => residuals[(int)Math.Round(share * (residuals.Count - 1))];
    }
}
