using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ReasoningTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4.5, 12)]
    [InlineData(1, 100_000)]
    public void Of_AnyEvidence_BaseAndContributionsSumToTheScore(double mean, long count)
    {
        var evidence = Evidence.Of(mean, count);
        var weigh = new PriorAndEvidence(0.05, 0.2);
        var rows = Matrix.Of(2, 3, [0, 0, 0, 1, 1, 1]);
        // The second predicts beyond 5: what the bound cuts off is a contribution of its own.
        foreach (var factor in new[] { 1.0, 9.0 })
        {
            var model = ToyModel.Linear(rows, [1, 2, factor]);
            var explainer = new Explainer(model, [0.5, 0, 0.25], Names);
            double[] live = [1, double.NaN, 0.5];
            var predicted = model.Predict(Matrix.Of(1, 3, live))[0];
            var score = weigh.Weigh(predicted, evidence);

            var reasons = Reasoning.Of(explainer, live, explainer.Explain(live), predicted, score, evidence);

            Assert.Equal(score.Mean, reasons.Base + reasons.Contributions.Sum(one => one.Points), 1e-6);
            Assert.Equal(factor > 1 ? 5 : 4, reasons.Contributions.Count);
            Assert.Equal(reasons.Contributions.OrderByDescending(one => Math.Abs(one.Points)), reasons.Contributions);
            Assert.Equal(count, Assert.Single(reasons.Contributions, one => one.Column == ScoreReasons.ReviewsSoFar).Value);
            Assert.Null(Assert.Single(reasons.Contributions, one => one.Column == "b").Value);
            Assert.Equivalent(reasons, JsonSerializer.Deserialize<ScoreReasons>(JsonSerializer.Serialize(reasons)));
        }
    }

    [Fact]
    public void Of_PointsOfAnotherPrediction_AreRefused()
    {
        var explainer = new Explainer(ToyModel.Linear(Matrix.Of(2, 3, [0, 0, 0, 1, 1, 1]), [1, 2, 1]), [0.5, 0, 0.25], Names);
        double[] live = [1, 0, 0.5];

        Assert.Throws<ArgumentException>(() => Reasoning.Of(explainer, live, explainer.Explain(live), 4.9, default, Evidence.None));
        Assert.Throws<ArgumentException>(() => Reasoning.Of(explainer, live, [1, 2], 3, default, Evidence.None));
    }
}
