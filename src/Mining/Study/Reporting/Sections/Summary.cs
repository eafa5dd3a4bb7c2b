using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>The study in a few sentences.</summary>
internal static class Summary
{
    /// <summary>Writes them.</summary>
    public static string Of(StudyResult result) => string.Join(' ', new[] { What(result), Agreement(result), Best(result) }.Where(sentence => sentence.Length > 0));

    private static string What(StudyResult result)
    {
        var settings = result.Settings;
        var split = settings.Table == StudyEdition.B ? "one split" : $"{settings.Folds} folds";
        var by = settings.FoldsBy switch
        {
            FoldsBy.Speaker => "with speakers kept apart",
            FoldsBy.Time => "learning from earlier lives and measured on later ones",
            _ => "drawn by chance",
        };
        return $"This is table {settings.Table} by the {StudyCommandLine.Name(settings.Protocol)} protocol: {Figures.Count(result.Rows)} lives of {Figures.Count(result.Speakers)} speakers "
            + $"with at least {Figures.Count(settings.MinReviews)} reviews, {split} {by}.";
    }

    private static string Agreement(StudyResult result)
    {
        var judged = result.Regressors.Where(regressor => regressor.WithinOneSd is not null).ToList();
        if (judged.Count == 0)
        {
            return result.Regressors.Any(regressor => regressor.Published is not null)
                ? "The paper gives no standard deviations for this table, so the differences stand beside its figures without a verdict."
                : "The paper has no figures for these regressors.";
        }

        var off = judged.Where(regressor => regressor.WithinOneSd == false).Select(regressor => regressor.Name).ToList();
        return $"Of the {judged.Count} published rows, {judged.Count - off.Count} lie within one published standard deviation, MAE and RMSE both"
            + (off.Count == 0 ? "." : $"; {string.Join(", ", off)} {(off.Count == 1 ? "does" : "do")} not.");
    }

    private static string Best(StudyResult result)
    {
        if (result.Regressors.Count < 2)
        {
            return result.Regressors is [var only] ? $"Only {only.Name} was run: MAE {Figures.Error(only.Mae)}." : "";
        }

        var ranked = result.Regressors.OrderBy(regressor => regressor.Mae).ToList();
        var best = ranked[0];
        var start = $"The least MAE has {best.Name} with {Figures.Error(best.Mae)}";
        var reference = ranked.Exists(regressor => regressor.Name == StudyReport.Grown) ? StudyReport.Grown : StudyReport.Reference;
        var isReference = best.Name == reference;
        // The next in line, but no part of the network itself.
        var rival = isReference
            ? ranked.Skip(1).FirstOrDefault(regressor => !RichRegressors.Ablation.Contains(regressor.Name))
            : ranked.Find(regressor => regressor.Name == reference);
        var difference = result.Differences.FirstOrDefault(other => other.Against == reference && other.Name == (isReference ? rival?.Name : best.Name))?.Mae;
        if (rival is null || difference is null)
        {
            return start + $"; it was not compared with {reference}.";
        }

        // Differences are the other regressor's errors minus the network's: the sign turns where the network is not the one that leads.
        var (lead, low, high) = isReference ? (difference.Value, difference.Low, difference.High) : (-difference.Value, -difference.High, -difference.Low);
        return start + $"; its lead over {rival.Name} is {Figures.Change(lead)} (95 % interval {Figures.Change(low)} to {Figures.Change(high)}), "
            + (low > 0 ? "which is more than noise." : "which may be noise.");
    }
}
