using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Svr;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.References;
using Xunit;
using SvrRegressor = LiveQuality.Mining.Models.Svr.Svr;

namespace LiveQuality.Mining.Tests.Models.Svr;

public sealed class SvrTests
{
    // The settings of make_references.py.
    private static readonly Dictionary<string, SvrOptions> Cases = new()
    {
        ["Rbf"] = new(SvrKernel.Rbf),
        ["Linear"] = new(SvrKernel.Linear),
        ["Polynomial"] = new(SvrKernel.Polynomial),
        ["RbfDear"] = new(SvrKernel.Rbf) { C = 1000 },
        ["PolynomialShifted"] = new(SvrKernel.Polynomial) { C = 10, Coef0 = 1, Degree = 2, Epsilon = 0.05 },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_DefaultTolerance_ReachesTheOptimumOfScikitLearn(string name)
    {
        var predictor = Fit(Case(name), Reference.Rows, Reference.Targets);

        var optimum = Reference.Read<double>("svr", name, "dual");
        Assert.Equal(optimum, predictor.Solution.Objective, 1e-4 * Math.Abs(optimum));
        Assert.Equal(Reference.Read<double[]>("svr", name, "predicted"), predictor.Predict(Reference.Asked), (one, other) => Math.Abs(one - other) < 1e-2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_SmallTolerance_AgreesWithScikitLearn(string name)
    {
        var predictor = Fit(Case(name) with { Tolerance = 1e-8 }, Reference.Rows, Reference.Targets);

        var optimum = Reference.Read<double>("svr", name, "dual");
        Assert.Equal(optimum, predictor.Solution.Objective, 1e-7 * Math.Abs(optimum));
        Assert.Equal(Reference.Read<double[]>("svr", name, "predicted"), predictor.Predict(Reference.Asked), (one, other) => Math.Abs(one - other) < 1e-6);
    }

    [Fact]
    public void Fit_AnyRows_MeetsTheConditionsOfAnOptimum() => Gen.Select(Gen.Int, Gen.Enum<SvrKernel>(), Gen.Double[0.01, 50]).Sample((seed, kernel, price) =>
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

    [Theory]
    [InlineData(nameof(SvrKernel.Rbf))]
    [InlineData(nameof(SvrKernel.Linear))]
    [InlineData(nameof(SvrKernel.Polynomial))]
    public void Fit_WithoutShrinking_EndsAtTheSameObjective(string name)
    {
        var (rows, targets) = Invented(5, 400);
        var options = new SvrOptions(Enum.Parse<SvrKernel>(name)) { C = 10, Tolerance = 1e-4 };

        var with = Fit(options, rows, targets).Solution;
        var without = Fit(options with { Shrinking = false }, rows, targets).Solution;

        Assert.Equal(without.Objective, with.Objective, 1e-5 * Math.Abs(without.Objective));
        Assert.Equal(without.Bias, with.Bias, 1e-2);
        // Else nothing was shrunk, and nothing was compared.
        Assert.NotEqual(without.Beta, with.Beta);
    }

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
    public void Fit_TwiceWithTheSameRegressor_GivesTheSameBits()
    {
        var ((rows, targets), regressor) = (Invented(6, 120), new SvrRegressor(SvrKernel.Rbf));

        var first = regressor.Fit(rows, targets, null, TestContext.Current.CancellationToken);
        var second = regressor.Fit(rows, targets, null, TestContext.Current.CancellationToken);

        Assert.Equal(first.Solution.Beta, second.Solution.Beta);
        Assert.Equal(first.Predict(rows), second.Predict(rows));
    }

    [Fact]
    public void Fit_ConstantTarget_PredictsItWithoutSupportVectors() => Gen.Select(Gen.Double[-1000, 1000], Gen.Enum<SvrKernel>()).Sample((target, kernel) =>
    {
        var predictor = Fit(new SvrOptions(kernel), Some.Matrix(20, 3, 1), [.. Enumerable.Repeat(target, 20)]);

        Assert.Equal(0, predictor.SupportVectors);
        Assert.All(predictor.Predict(Some.Matrix(5, 3, 2)), predicted => Assert.Equal(target, predicted, 1e-12));
    });

    [Fact]
    public void Fit_TargetsInsideTheTube_PredictsTheirMiddleWithoutSupportVectors()
    {
        var predictor = Fit(new SvrOptions(SvrKernel.Rbf), Some.Matrix(4, 3, 1), [4, 4.15, 4.05, 4.1]);

        Assert.Equal(0, predictor.SupportVectors);
        Assert.All(predictor.Predict(Some.Matrix(5, 3, 2)), predicted => Assert.Equal(4.075, predicted, 1e-12));
    }

    [Fact]
    public void Fit_OneRow_PredictsItsTarget() =>
        Assert.Equal([4.5, 4.5], Fit(new SvrOptions(SvrKernel.Rbf), Some.Rows([1, 2]), [4.5]).Predict(Some.Rows([1, 2], [7, 8])));

    [Fact]
    public void Fit_EqualRowsOfDifferentTargets_PredictsTheMiddleOne()
    {
        // Between equal rows the objective has no curvature: the step must end at the bound, not at infinity.
        var predictor = Fit(new SvrOptions(SvrKernel.Rbf) { C = 1e6 }, Some.Rows([0.5], [0.5], [0.5]), [1, 2, 3]);

        Assert.Equal([-1e6, 0, 1e6], predictor.Solution.Beta);
        Assert.Equal(2, Assert.Single(predictor.Predict(Some.Rows([0.5]))), 1e-6);
    }

    [Fact]
    public void Fit_EachRowTwiceAtHalfThePrice_HasTheSameOptimum() => Gen.Int.Sample(seed =>
    {
        var (rows, targets) = Invented(seed, 20);
        var options = new SvrOptions(SvrKernel.Rbf) { C = 2, Tolerance = 1e-6 };
        int[] twice = [.. Enumerable.Range(0, 20), .. Enumerable.Range(0, 20)];

        var once = Fit(options, rows, targets);
        var doubled = Fit(options with { C = 1 }, rows.SelectRows(twice), [.. twice.Select(row => targets[row])]);

        Assert.Equal(once.Solution.Objective, doubled.Solution.Objective, 1e-4);
    });

    [Fact]
    public void Fit_Done_ReportsOnePassWithTheTrainingError()
    {
        var heard = new Heard();

        var predictor = new SvrRegressor(SvrKernel.Rbf).Fit(Reference.Rows, Reference.Targets, heard, TestContext.Current.CancellationToken);

        var error = predictor.Predict(Reference.Rows).Zip(Reference.Targets, (predicted, target) => Math.Pow(predicted - target, 2)).Average();
        var report = Assert.Single(heard.Reports);
        Assert.Equal((1, 1), (report.Epoch, report.Epochs));
        Assert.Equal(error, report.Loss, 1e-6);
    }

    [Theory]
    [InlineData(nameof(SvrKernel.Rbf))]
    [InlineData(nameof(SvrKernel.Polynomial))]
    public void Fit_LargeNumbersWithGammaOfTheirScale_GivesTheSameBits(string name)
    {
        var ((rows, targets), options) = (Invented(7, 60), new SvrOptions(Enum.Parse<SvrKernel>(name)));

        // A power of two loses no bit.
        var large = Fit(options, rows.Map((value, _) => value * Math.Pow(2, 70)), targets).Solution;

        Assert.Equal(Fit(options, rows, targets).Solution.Beta, large.Beta);
    }

    [Theory]
    [InlineData(nameof(SvrKernel.Linear), "svr-linear")]
    [InlineData(nameof(SvrKernel.Polynomial), "svr-poly")]
    public void Fit_KernelBeyondFloat_SaysToScaleTheColumns(string name, string kind)
    {
        var (rows, targets) = Invented(8, 20);
        var options = new SvrOptions(Enum.Parse<SvrKernel>(name)) { Gamma = SvrGamma.Auto };

        var exception = Assert.Throws<MiningException>(() => Fit(options, rows.Map((value, _) => value * 1e20), targets));

        Assert.Contains(kind, exception.Message, StringComparison.Ordinal);
        Assert.Contains("scale the columns", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Predict_RowTooFarAway_SaysWhichRow()
    {
        var (rows, targets) = Invented(9, 20);
        var predictor = Fit(new SvrOptions(SvrKernel.Polynomial) { Degree = 9, Gamma = SvrGamma.Auto }, rows, targets);

        var exception = Assert.Throws<MiningException>(() => predictor.Predict(Some.Rows([0, 1, 0, 1], [1e38, 1e38, 1e38, 1e38])));

        Assert.Contains("row 1 ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Fit_TooFewSteps_SaysThatItDidNotConverge()
    {
        var (rows, targets) = Invented(4, 60);

        var exception = Assert.Throws<MiningException>(() => Fit(new SvrOptions(SvrKernel.Rbf) { C = 100, MostSteps = 3 }, rows, targets));

        Assert.Contains("svr-rbf did not converge in 3 steps", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Fit_Cancelled_Stops(int count)
    {
        var (rows, targets) = Invented(5, count);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => new SvrRegressor(SvrKernel.Rbf).Fit(rows, targets, null, cancelled.Token));
    }

    private static SvrOptions Case(string name) => Cases[name] with { Gamma = SvrGamma.Of(Reference.Read<double>("svr", name, "gamma")) };

    private static SvrPredictor Fit(SvrOptions options, Matrix rows, double[] targets) =>
        new SvrRegressor(options).Fit(rows, targets, null, TestContext.Current.CancellationToken);

    private static (Matrix Rows, double[] Targets) Invented(int seed, int count)
    {
        var (rows, chance) = (Some.Matrix(count, 4, seed), new Random(seed));
        return (rows, [.. Enumerable.Range(0, count).Select(row => 4 + Math.Sin(5 * rows[row, 0]) - rows[row, 1] + (0.3 * chance.NextDouble()))]);
    }

    private sealed class Heard : IProgress<FitProgress>
    {
        public List<FitProgress> Reports { get; } = [];

        public void Report(FitProgress value) => Reports.Add(value);
    }
}
