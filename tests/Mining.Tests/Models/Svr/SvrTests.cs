using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Svr;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Svr;

public sealed class SvrTests
{
    [Theory]
    [InlineData(nameof(SvrKernel.Rbf))]
    [InlineData(nameof(SvrKernel.Linear))]
    [InlineData(nameof(SvrKernel.Polynomial))]
    public void Fit_InventedRows_ReachesTheOptimumOfScikitLearn(string kernel)
    {
        var options = new SvrOptions(Enum.Parse<SvrKernel>(kernel)) { Gamma = SvrGamma.Of(Reference.Read<double>("svr", kernel, "gamma")) };

        var predictor = Fit(options, Reference.Rows, Reference.Targets);

        var optimum = Reference.Read<double>("svr", kernel, "dual");
        Assert.InRange(Math.Abs(predictor.Solution.Objective - optimum), 0, 1e-4 * Math.Abs(optimum));
        Assert.Equal(Reference.Read<double[]>("svr", kernel, "predicted"), predictor.Predict(Reference.Asked), (one, other) => Math.Abs(one - other) < 1e-2);
    }

    [Fact]
    public void Gamma_Scale_IsOneByColumnsTimesVariance()
    {
        var rows = Reference.Rows;

        Assert.Equal(Reference.Read<double>("svr", "Rbf", "gamma"), SvrGamma.Scale.For(rows), 1e-12);
        Assert.Equal(0.2, SvrGamma.Auto.For(rows), 1e-12);
    }

    [Fact]
    public void Fit_AnyRows_FulfilsTheConditionsOfAnOptimum() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Enum<SvrKernel>(), Gen.Double[0.01, 50]).Sample((seed, kernel, price) =>
    {
        var (rows, targets) = Invented(seed, 40);
        var options = new SvrOptions(kernel) { C = price };

        var predictor = Fit(options, rows, targets);

        var (beta, predicted) = (predictor.Solution.Beta, predictor.Predict(rows));
        Assert.Equal(0, beta.Sum(), 1e-6 * price);
        // b is only known to the tolerance, so residuals are to twice that; kernels are 32-bit.
        var slack = (2 * options.Tolerance) + (1e-5 * price * rows.Rows);
        for (var row = 0; row < beta.Length; row++)
        {
            var residual = targets[row] - predicted[row];
            Assert.InRange(beta[row], -price, price);
            var (least, most) = beta[row] switch
            {
                0 => (-options.Epsilon, options.Epsilon),
                var b when b >= price => (options.Epsilon, double.PositiveInfinity),
                var b when b <= -price => (double.NegativeInfinity, -options.Epsilon),
                > 0 => (options.Epsilon, options.Epsilon),
                _ => (-options.Epsilon, -options.Epsilon),
            };
            Assert.InRange(residual, least - slack, most + slack);
        }
    });

    [Fact]
    public void Fit_WithoutShrinking_EndsAtTheSameObjective() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Enum<SvrKernel>()).Sample((seed, kernel) =>
    {
        var (rows, targets) = Invented(seed, 60);

        var with = Fit(new SvrOptions(kernel) { C = 10 }, rows, targets).Solution.Objective;
        var without = Fit(new SvrOptions(kernel) { C = 10, Shrinking = false }, rows, targets).Solution.Objective;

        Assert.Equal(without, with, 1e-3 * (1 + Math.Abs(without)));
    });

    [Fact]
    public void Fit_TinyCache_GivesTheSameBits()
    {
        var (rows, targets) = Invented(3, 120);

        var full = Fit(new SvrOptions(SvrKernel.Rbf) { C = 10 }, rows, targets).Solution;
        var tiny = Fit(new SvrOptions(SvrKernel.Rbf) { C = 10, CacheBytes = 1 }, rows, targets).Solution;

        Assert.Equal(full.Beta, tiny.Beta);
        Assert.Equal(full.Bias, tiny.Bias);
    }

    [Fact]
    public void Fit_TargetsInsideTheTube_NeedsNoSupportVector()
    {
        var predictor = Fit(new SvrOptions(SvrKernel.Rbf), Some.Matrix(20, 3, 1), [.. Enumerable.Repeat(4.5, 20)]);

        Assert.Equal(0, predictor.SupportVectors);
        Assert.All(predictor.Predict(Some.Matrix(5, 3, 2)), predicted => Assert.InRange(predicted, 4.4, 4.6));
    }

    [Fact]
    public void Fit_TooFewSteps_SaysThatItDidNotConverge()
    {
        var (rows, targets) = Invented(4, 60);

        var exception = Assert.Throws<MiningException>(() => Fit(new SvrOptions(SvrKernel.Rbf) { C = 100, MostSteps = 3 }, rows, targets));

        Assert.Contains("svr-rbf", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        var (rows, targets) = Invented(5, 60);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => new Mining.Models.Svr.Svr(SvrKernel.Rbf).Fit(rows, targets, null, cancelled.Token));
    }

    private static SvrPredictor Fit(SvrOptions options, Matrix rows, double[] targets) =>
        new Mining.Models.Svr.Svr(options).Fit(rows, targets, null, TestContext.Current.CancellationToken);

    private static (Matrix Rows, double[] Targets) Invented(int seed, int count)
    {
        var (rows, chance) = (Some.Matrix(count, 4, seed), new Random(seed));
        return (rows, [.. Enumerable.Range(0, count).Select(row => 4 + Math.Sin(5 * rows[row, 0]) - rows[row, 1] + (0.3 * chance.NextDouble()))]);
    }
}
