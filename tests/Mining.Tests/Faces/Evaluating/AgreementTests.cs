using CsCheck;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class AgreementTests
{
    private const double Exact = 1e-12;

    private static int[] Truth => FacesReference.Read<int[]>("metrics", "truth");

    private static int[] Predicted => FacesReference.Read<int[]>("metrics", "predicted");

    private static double[] Scores => FacesReference.Numbers("metrics", "scores");

    [Fact]
    public void Metrics_InventedRows_AreScikitLearns()
    {
        Assert.Equal(Expected("accuracy"), Agreement.Accuracy(Predicted, Truth), Exact);
        Assert.Equal(Expected("meanRecall"), Agreement.MeanRecall(Predicted, Truth), Exact);
        Assert.Equal(Expected("pearson"), Agreement.Pearson(Scores, [.. Truth.Select(label => (double)label)]), Exact);
        Assert.Equal(Expected("auc"), Agreement.Auc(Scores, [.. Truth.Select(label => label > 1)]), Exact);
    }

    [Fact]
    public void Auc_AnyRows_IsTheShareOfPairsInOrder() => Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[2, 30].Sample(rows =>
    {
        double[] wins = [.. from one in rows where one.Item2 from other in rows where !other.Item2 select one.Item1 > other.Item1 ? 1 : one.Item1 == other.Item1 ? 0.5 : 0];

        var auc = Agreement.Auc([.. rows.Select(row => (double)row.Item1)], [.. rows.Select(row => row.Item2)]);

        Assert.Equal(wins.Length == 0 ? double.NaN : wins.Average(), auc, Exact);
    });

    [Fact]
    public void Pearson_StretchedAndShifted_Stays() => Gen.Select(Gen.Int[0, 1000], Gen.Double[0.1, 10], Gen.Double[-5, 5]).Sample((seed, factor, shift) =>
    {
        var chance = new Random(seed);
        double[] one = [.. Enumerable.Range(0, 20).Select(_ => chance.NextDouble())], other = [.. one.Select(value => value + chance.NextDouble())];

        Assert.Equal(Agreement.Pearson(one, other), Agreement.Pearson([.. one.Select(value => (factor * value) + shift)], other), 1e-9);
        Assert.Equal(Agreement.Pearson(one, other), -Agreement.Pearson([.. one.Select(value => -value)], other), 1e-9);
    });

    [Fact]
    public void Pearson_ConstantPrediction_IsNotDefined() => Assert.Equal(double.NaN, Agreement.Pearson([0.1, 0.1, 0.1], [1, 2, 3]));

    [Fact]
    public void Accuracy_SizesDiffer_SaysBoth() =>
        Assert.Contains("2 predictions for 1 truths", Assert.Throws<ArgumentException>(() => Agreement.Accuracy([1, 2], [1])).Message, StringComparison.Ordinal);

    private static double Expected(string name) => FacesReference.Read<double>("metrics", name);
}
