using LiveQuality.Mining.Faces.Training;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

public sealed class TrainingPlanTests
{
    private static readonly TrainingPlan Plan = new(Epochs: 2, BatchSize: 3, LearningRate: 0.4, WeightDecay: 0, Patience: 1);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.075, 0.2)]
    [InlineData(0.15, 0.4)]
    [InlineData(0.575, 0.2)] // half of the fall
    [InlineData(1, 0)]
    public void RateAt_PointOfTheTraining_IsAsDefined(double done, double expected) => Assert.Equal(expected, Plan.RateAt(done), 1e-12);

    [Fact]
    public void RateAt_AfterThePeak_OnlyFalls()
    {
        double[] rates = [.. Enumerable.Range(15, 86).Select(percent => Plan.RateAt(percent / 100.0))];

        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.First > pair.Second, $"{pair}"));
    }
}
