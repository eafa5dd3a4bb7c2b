using LiveQuality.Mining.Models.Constant;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Constant;

public sealed class ConstantRegressorTests
{
    [Fact]
    public void Predict_Always_IsTheMiddleOfTheTrainingTargets()
    {
        var (rows, targets) = (Some.Matrix(4, 2, 1), new double[] { 1, 2, 3, 10 });

        Assert.Equal([4, 4], ConstantRegressor.Mean.Fit(rows, targets, null, TestContext.Current.CancellationToken).Predict(Some.Matrix(2, 2, 2)));
        Assert.Equal([2.5, 2.5], ConstantRegressor.Median.Fit(rows, targets, null, TestContext.Current.CancellationToken).Predict(Some.Matrix(2, 2, 2)));
    }
}
