using LiveQuality.Mining.Study.Reporting.Plots;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>What regressors learn from columns and rows.</summary>
internal static class LearningSections
{
    /// <summary>Permutation importances.</summary>
    public static IReadOnlyList<ReportBlock> Importances(StudyResult result)
    {
        var importances = result.Importances.Where(importance => importance.Columns.Count > 0).ToList();
        return importances.Count == 0
            ? []
            :
            [
                new ReportParagraph("How much the MAE grows when a column's values are shuffled among the test rows (permutation importance). "
                    + "Columns that say the same share their worth, so a small figure does not mean that a column is useless."),
                new ReportPlots([.. importances.Select(LearningPlots.Importance)]),
                .. importances.Select(importance => ReportTable.Of(
                    $"Importances, {importance.Name}",
                    ["Column", "MAE grows by", "sd over folds", "Folds with it"],
                    importance.Columns.Select(IReadOnlyList<ReportCell> (column) =>
                        [column.Column, Figures.Change(column.MaeIncrease), Figures.Error(column.Sd), Figures.Count(column.Folds)]))),
            ];
    }

    /// <summary>Learning curves.</summary>
    public static IReadOnlyList<ReportBlock> Curves(StudyResult result)
    {
        var curves = result.LearningCurves.Where(curve => curve.Points.Count > 0).ToList();
        return curves.Count == 0
            ? []
            :
            [
                new ReportParagraph("MAE on the rows learnt from and on test rows, by how many rows were learnt from; means over the folds. Where both lines have met, more rows will not help."),
                new ReportPlots([.. curves.Select(LearningPlots.Curve)]),
                ReportTable.Of(
                    "Learning curves",
                    ["Regressor", "Rows", "MAE learnt", "MAE test", "sd over folds"],
                    curves.SelectMany(curve => curve.Points.Select(IReadOnlyList<ReportCell> (point) =>
                        [curve.Name, Figures.Count((int)Math.Round(point.Rows)), Figures.Error(point.TrainingMae), Figures.Error(point.TestMae), Figures.Error(point.TestMaeSd)]))),
            ];
    }
}
