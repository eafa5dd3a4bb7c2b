using System.Text.Json;
using CsCheck;
using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

public sealed class PriorAndEvidenceTests
{
    private const double Tolerance = 1e-12;

    private static readonly Gen<PriorAndEvidence> Priors = Gen.Select(Gen.Double[0.001, 0.99], Gen.Double[0.001, 1], (prior, rating) => new PriorAndEvidence(prior, rating));
    private static readonly Gen<double> Means = Gen.Double[1, 5];
    private static readonly Gen<long> Counts = Gen.Long[1, 100_000];

    [Fact]
    public void Weigh_AnyReviews_IsTheWeightedMeanAndStaysBetweenTheTwo() =>
        Gen.Select(Priors, Means, Means, Counts).Sample((prior, predicted, mean, count) =>
        {
            var score = prior.Weigh(predicted, new Evidence(mean, count));

            var k = prior.PriorReviews;
            Assert.Equal(((k * predicted) + (count * mean)) / (k + count), score.Mean, Tolerance);
            Assert.InRange(score.Mean, Math.Min(predicted, mean), Math.Max(predicted, mean));
            Assert.InRange(score.EvidenceWeight, 0, 1);
            Assert.True(score.Variance > 0);
        });

    [Fact]
    public void Weigh_HigherPredictionOrMean_NeverGivesLess() =>
        Gen.Select(Priors, Gen.Select(Means, Means), Gen.Select(Means, Means), Gen.Long[0, 1000]).Sample((prior, predicted, mean, count) =>
        {
            var low = prior.Weigh(Math.Min(predicted.Item1, predicted.Item2), new Evidence(Math.Min(mean.Item1, mean.Item2), count));
            var high = prior.Weigh(Math.Max(predicted.Item1, predicted.Item2), new Evidence(Math.Max(mean.Item1, mean.Item2), count));

            Assert.True(low.Mean <= high.Mean + Tolerance);
        });

    [Fact]
    public void Weigh_MoreReviewsOfTheSameMean_ComesNearerToItAndSurer() =>
        Gen.Select(Priors, Means, Counts).Sample((prior, mean, count) =>
        {
            var few = prior.Weigh(mean, new Evidence(mean, count));
            var more = prior.Weigh(mean, new Evidence(mean, count + 1));

            Assert.True(more.Variance < few.Variance && more.EvidenceWeight > few.EvidenceWeight);
        });

    [Fact]
    public void Weigh_NoEvidence_IsThePredictionWithinTheBounds() =>
        Gen.Select(Priors, Gen.Double[-10, 10]).Sample((prior, predicted) =>
        {
            var score = prior.Weigh(predicted, Evidence.None);

            Assert.Equal(Math.Clamp(predicted, 1, 5), score.Mean);
            Assert.Equal(0, score.EvidenceWeight);
        });

    [Fact]
    public void Weigh_EndlessReviews_AreBelieved()
    {
        var score = new PriorAndEvidence(0.08, 0.5).Weigh(4.9, new Evidence(2.5, 1_000_000_000));

        Assert.Equal(2.5, score.Mean, 1e-7);
        Assert.Equal(0, score.Variance, 1e-7);
    }

    [Fact]
    public void Weigh_KnownNumbers_GivesWhatTheFormulaSays()
    {
        // k = 0.5 * 0.9 / 0.1 = 4.5: with 9 reviews the model has a third of the word. Variance 0.1 * 3 * 1 * (1 - 2/3).
        var score = new PriorAndEvidence(0.1, 0.5).Weigh(3, new Evidence(4.5, 9));

        Assert.Equal((4, 0.1, 2.0 / 3), (Math.Round(score.Mean, 12), Math.Round(score.Variance, 12), score.EvidenceWeight));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weigh_PredictionThatIsNoNumber_IsRefused(double predicted) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriorAndEvidence(0.1, 0.5).Weigh(predicted, Evidence.None));

    [Fact]
    public void Json_ThereAndBack_GivesTheSameBits() =>
        Priors.Sample(prior => Assert.Equal(prior, JsonSerializer.Deserialize<PriorAndEvidence>(JsonSerializer.Serialize(prior))));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.5)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, 1.1)]
    [InlineData(double.NaN, 0.5)]
    public void Fault_NumbersOutOfRange_IsNamed(double prior, double rating) => Assert.NotNull(new PriorAndEvidence(prior, rating).Fault());

    [Fact]
    public void Fault_NumbersInRange_IsNone() => Assert.Null(new PriorAndEvidence(0.1, 1).Fault());
}
