using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Trees;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Trees;

public sealed class TreesTests
{
    private static readonly Matrix Rows = Some.Matrix(400, 3, 1);
    private static readonly Matrix Asked = Some.Matrix(100, 3, 2);

    // A step in the first column; the others say nothing.
    private static readonly double[] Targets = [.. Enumerable.Range(0, Rows.Rows).Select(row => Rows[row, 0] > 0.5 ? 5.0 : 3.0)];

    public static TheoryData<string> Kinds => ["random-forest", "boosting"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_PlantedStep_IsFound(string kind)
    {
        var predicted = Fit(kind).Predict(Asked);

        var errors = predicted.Select((value, row) => Math.Abs(value - (Asked[row, 0] > 0.5 ? 5 : 3)));
        Assert.InRange(errors.Average(), 0, 0.1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fit_Twice_GivesTheSameBits(string kind) => Assert.Equal(Fit(kind).Predict(Asked), Fit(kind).Predict(Asked));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_OnSeveralThreads_GivesTheSameBits(string kind)
    {
        var predictor = Fit(kind);
        var alone = predictor.Predict(Asked);

        var together = Enumerable.Range(0, 8).AsParallel().Select(_ => predictor.Predict(Asked)).ToArray();

        Assert.All(together, predicted => Assert.Equal(alone, predicted));
    }

    private static IPredictor Fit(string kind)
    {
        IRegressor regressor = kind == "boosting" ? new GradientBoosting() : new RandomForest();
        Assert.Equal(kind, regressor.Kind);
        return regressor.Fit(Rows, Targets, null, TestContext.Current.CancellationToken);
    }
}
