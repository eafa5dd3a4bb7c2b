using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Trees;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Tests;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

/// <summary>The study's table, predicted by boosting on its 24 columns with speakers kept apart.</summary>
internal sealed class JanuaryLives
{
    private readonly StudyTable _table;
    private readonly Matrix _features;
    private readonly double[] _scores;
    private readonly string[] _speakers;
    private readonly IReadOnlyList<string>[] _slices;

    private JanuaryLives(StudyTable table)
    {
        _table = table.WithReviews(EvidenceBands.ManyFrom);
        _features = _table.ToMatrix(StudyFeatures.All);
        _scores = _table.Scores();
        _speakers = [.. _table.Rows.Select(row => row.Speaker)];
        var starts = table.Rows.ToLookup(row => row.Speaker, row => row.StartsAt, StringComparer.Ordinal);
        var (tag, amount) = (StudyRow.IndexOf(StudyFeatures.Tag), StudyRow.IndexOf("amount"));
        _slices = [.. _table.Rows.Select(row => LiveSlices.Of((long)row.Features[tag], row.Features[amount], starts[row.Speaker].Count(start => start < row.StartsAt)))];
    }

    public static JanuaryLives Read(CancellationToken cancellationToken) => new(StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), cancellationToken));

    /// <summary>Five times: lives to calibrate on, each predicted without its speaker, and lives of other speakers, predicted from the former. Every live is held out once.</summary>
    public IEnumerable<(ReviewedLive[] Calibration, ReviewedLive[] HeldOut)> Splits()
    {
        foreach (var outer in FoldPlan.Grouped(_speakers, 5, 42))
        {
            var calibration = FoldPlan.Grouped([.. outer.Training.Select(row => _speakers[row])], 5, 42)
                .SelectMany(inner => Predict([.. inner.Training.Select(index => outer.Training[index])], [.. inner.Test.Select(index => outer.Training[index])]));
            yield return ([.. calibration], Predict(outer.Training, outer.Test));
        }
    }

    private ReviewedLive[] Predict(IReadOnlyList<int> training, IReadOnlyList<int> test)
    {
        var known = _features.SelectRows(training);
        var imputer = MedianImputer.Fit(known);
        var model = new GradientBoosting().Fit(imputer.Apply(known), [.. training.Select(row => _scores[row])], null, CancellationToken.None);
        return [.. model.Predict(imputer.Apply(_features.SelectRows(test))).Zip(test, (predicted, row) => new ReviewedLive(
            _speakers[row], _slices[row], predicted, Evidence.Of(_scores[row], (long)_table.Rows[row].Features[StudyRow.IndexOf(StudyFeatures.ReviewCount)])))];
    }
}
