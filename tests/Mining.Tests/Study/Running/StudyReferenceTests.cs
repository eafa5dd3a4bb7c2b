using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Constant;
using LiveQuality.Mining.Models.Linear;
using LiveQuality.Mining.Models.Neighbours;
using LiveQuality.Mining.Models.Svr;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Running;

/// <summary>The figures that scikit-learn has on the study's table: 5 shuffled folds, seed 42, the best 15 columns, everything fitted inside the fold.</summary>
public sealed class StudyReferenceTests
{
    private const double Tolerance = 0.002;

    private static readonly StudySettings Settings = new(
        StudyEdition.A, StudyProtocol.Honest, FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Honest), [], MinReviews: 18, Folds: 5, Seed: 42, Seeds: 1, Features: 15);

    public static TheoryData<string, double, double> References => new()
    {
        { "mean", 0.3532, 0.4757 },
        { "median", 0.3424, 0.4864 },
        { "ridge", 0.3231, 0.4370 },
        { "knn", 0.3223, 0.4323 },
        { "svr-rbf", 0.3106, 0.4366 },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Run_HonestShuffled_AgreesWithScikitLearn(string name, double mae, double rmse)
    {
        var table = StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), TestContext.Current.CancellationToken).WithReviews(Settings.MinReviews);
        var runner = new UnitRunner(table, Settings, TimeProvider.System);
        var trial = new Trial(new StudyRegressor(name, string.Empty, 15, () => Create(name), null), FoldsBy.Shuffle, Settings.Flaws);
        var scores = table.Scores();

        var errors = StudyUnit.Of(trial, 5).SelectMany(unit => runner.Run(unit, TestContext.Current.CancellationToken).Folds).Zip(
            runner.Folds(FoldsBy.Shuffle), (outcome, fold) => Errors.Of(outcome.Predicted[0], [.. fold.Test.Select(row => scores[row])])).ToArray();

        Assert.Equal(2863, table.Rows.Count);
        Assert.Equal(mae, errors.Average(fold => fold.Mae), Tolerance);
        Assert.Equal(rmse, errors.Average(fold => fold.Rmse), Tolerance);
    }

    private static IRegressor Create(string name) => name switch
    {
        "mean" => ConstantRegressor.Mean,
        "median" => ConstantRegressor.Median,
        "ridge" => new RidgeRegression(),
        "knn" => new NearestNeighbours(10),
        _ => new Mining.Models.Svr.Svr(SvrKernel.Rbf),
    };
}
