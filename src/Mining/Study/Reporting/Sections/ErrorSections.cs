using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Reporting.Plots;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>How good the regressors are, beside the paper and beside each other.</summary>
internal static class ErrorSections
{
    /// <summary>The paper's figures beside the rerun's.</summary>
    public static IReadOnlyList<ReportBlock> Comparison(StudyResult result)
    {
        List<ReportBlock> blocks =
        [
            new ReportParagraph("Mean absolute error (MAE) and root of the mean squared error (RMSE) on rows that were not learnt from, ± their standard deviation over the folds (n - 1). "
                + "A difference is the rerun minus the paper, and in brackets how many published standard deviations that is; up to 1.0 counts as the same."),
            ReportTable.Of(
                "Published beside rerun",
                ["Regressor", "MAE published", "MAE rerun", "Difference", "RMSE published", "RMSE rerun", "Difference"],
                result.Regressors.Select(Row)),
        ];
        blocks.AddRange(result.Regressors.Where(regressor => regressor.Note is not null).Select(regressor => new ReportParagraph($"Note on {regressor.Name}: {regressor.Note}.")));
        blocks.Add(ReportTable.Of(
            "The regressors as they were run",
            ["Regressor", "Settings", "Columns", "Trainings a fold", "Time"],
            result.Regressors.Select(IReadOnlyList<ReportCell> (regressor) =>
                [regressor.Name, regressor.Settings, Figures.Count(regressor.Features), Figures.Count(regressor.Seeds), Figures.Seconds(regressor.Seconds)]),
            texts: 2));
        return blocks;
    }

    /// <summary>How much of an error is chance.</summary>
    public static IReadOnlyList<ReportBlock> Spread(StudyResult result)
    {
        List<ReportBlock> blocks = [];
        var seeded = result.Regressors.Where(regressor => regressor.BySeed.Count > 1).ToList();
        if (seeded.Count > 0)
        {
            blocks.Add(new ReportParagraph("Networks start from random weights. The spread over seeds says how much one training's figures, as papers print them, owe to luck."));
            blocks.Add(ReportTable.Of(
                "Errors over seeds",
                ["Regressor", "Seeds", "MAE best", "MAE worst", "MAE sd", "RMSE best", "RMSE worst", "RMSE sd"],
                seeded.Select(IReadOnlyList<ReportCell> (regressor) =>
                    [regressor.Name, Figures.Count(regressor.BySeed.Count), .. SpreadOf(regressor.BySeed, errors => errors.Mae), .. SpreadOf(regressor.BySeed, errors => errors.Rmse)])));
        }

        var folds = result.Regressors.Select(regressor => regressor.Folds.Count).DefaultIfEmpty().Max();
        if (folds > 1)
        {
            blocks.Add(ReportTable.Of(
                "MAE of each fold",
                ["Regressor", .. Enumerable.Range(1, folds).Select(fold => $"Fold {fold}")],
                result.Regressors.Select(IReadOnlyList<ReportCell> (regressor) =>
                    [regressor.Name, .. Enumerable.Range(0, folds).Select(fold => (ReportCell)(fold < regressor.Folds.Count ? Figures.Error(regressor.Folds[fold].Mae) : ""))])));
        }

        return blocks;
    }

    /// <summary>Paired intervals, a table for each network that others are compared with.</summary>
    public static IReadOnlyList<ReportBlock> Differences(StudyResult result)
    {
        var networks = result.Differences.GroupBy(difference => difference.Against, StringComparer.Ordinal).ToList();
        return networks.Count == 0
            ? [new ReportParagraph($"No differences: they need {StudyReport.Reference} or {StudyReport.Grown}, and at least one other regressor.")]
            :
            [
                new ReportParagraph("Each regressor's errors minus those of a network on the same rows, with 95 % intervals by paired bootstrap of whole speakers. "
                    + "Above 0 the network is better; an interval that holds 0 may be noise."),
                .. networks.SelectMany(network => Differences(network.Key, [.. network])),
            ];
    }

    private static IEnumerable<ReportBlock> Differences(string network, IReadOnlyList<PairedDifference> differences) =>
    [
        new ReportHeading($"Against {network}"),
        ReportTable.Of(
            $"Paired differences to {network}",
            ["Regressor", "MAE", "95 % interval", "More than noise", "RMSE", "95 % interval", "More than noise"],
            differences.Select(IReadOnlyList<ReportCell> (difference) => [difference.Name, .. Cells(difference.Mae), .. Cells(difference.Rmse)])),
        new ReportPlots([ErrorPlots.Forest("MAE", network, differences, difference => difference.Mae), ErrorPlots.Forest("RMSE", network, differences, difference => difference.Rmse)]),
    ];

    private static IReadOnlyList<ReportCell> Row(RegressorResult regressor)
    {
        var published = regressor.Published;
        return
        [
            regressor.Name,
            published is null ? "" : Figures.WithSd(published.Mae, published.MaeSd),
            Figures.WithSd(regressor.Mae, Sd(regressor, regressor.MaeSd)),
            Difference(regressor.Mae, published?.Mae, published?.MaeSd),
            published is null ? "" : Figures.WithSd(published.Rmse, published.RmseSd),
            Figures.WithSd(regressor.Rmse, Sd(regressor, regressor.RmseSd)),
            Difference(regressor.Rmse, published?.Rmse, published?.RmseSd),
        ];
    }

    private static double? Sd(RegressorResult regressor, double sd) => regressor.Folds.Count > 1 ? sd : null;

    private static ReportCell Difference(double rerun, double? published, double? sd)
    {
        if (published is not { } known)
        {
            return "";
        }

        var change = Figures.Change(rerun - known);
        if (sd is not > 0)
        {
            return change;
        }

        var deviations = Math.Abs(rerun - known) / sd.Value;
        var within = deviations <= 1;
        return new($"{change} ({Figures.Deviations(deviations)}{(within ? "" : ": off")})", within ? ReportMark.Firm : ReportMark.Off);
    }

    private static ReportCell[] SpreadOf(IReadOnlyList<Errors> seeds, Func<Errors, double> error)
    {
        double[] errors = [.. seeds.Select(error)];
        return [Figures.Error(errors.Min()), Figures.Error(errors.Max()), Figures.Error(ColumnStatistics.Deviation(errors))];
    }

    private static ReportCell[] Cells(Interval interval) =>
    [
        Figures.Change(interval.Value),
        $"{Figures.Change(interval.Low)} to {Figures.Change(interval.High)}",
        interval.ExcludesZero ? new ReportCell("yes", ReportMark.Firm) : "no",
    ];
}
