using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Features;

public sealed class FeaturePipelineTests
{
    private const double Unknown = double.NaN;

    [Fact]
    public void MedianImputer_UnknownValues_BecomeTheTrainingMedian()
    {
        var imputer = MedianImputer.Fit(Some.Rows([1, 5, Unknown], [9, Unknown, Unknown], [2, 8, Unknown]));

        Assert.Equal([2, 6.5, 0], imputer.Medians);
        Assert.Equal([2, 6.5, 0, 7, 7, 7], imputer.Apply(Some.Rows([Unknown, Unknown, Unknown], [7, 7, 7])).Values.ToArray());
    }

    [Fact]
    public void FScores_SmallExample_AreThoseWorkedOutByHand()
    {
        // x = 1 2 3 4 and y = 1 3 2 5: Sxy = 5.5, Sxx = 5, Syy = 8.75, r² = 30.25/43.75, F = r²/(1-r²)·2 = 60.5/13.5.
        var training = Some.Rows([1, 7, 2], [2, 7, 6], [3, 7, 4], [4, 7, 10]);

        var scores = BestColumns.FScores(training, [1, 3, 2, 5]);

        Assert.Equal(60.5 / 13.5, scores[0], 1e-12);
        Assert.Equal(0, scores[1]);
        Assert.True(scores[2] > 1e12, "a perfect line must be far above everything else");
    }

    [Fact]
    public void BestColumns_EqualScores_KeepTheLaterOne() =>
        Assert.Equal([1, 2], BestColumns.Fit(Some.Rows([1, 1, 1], [2, 2, 2], [4, 4, 4]), [1, 2, 3], 2).Kept);

    [Fact]
    public void BestColumns_FewerThanAsked_KeepsAll() => Assert.Equal([0, 1], BestColumns.Fit(Some.Matrix(5, 2, 1), [1, 2, 3, 4, 5], 15).Kept);

    [Fact]
    public void MinMaxScaler_OutsideTheTrainingRange_IsNotCutOff()
    {
        var scaler = MinMaxScaler.Fit(Some.Rows([10, 3], [20, 3]));

        Assert.Equal([-1, 0, 2, 0], scaler.Apply(Some.Rows([0, 3], [30, 99])).Values.ToArray());
    }

    [Fact]
    public void Apply_TrainingRowsOfAnyKind_AreFiniteAndFrom0To1() =>
        Gen.Select(Gen.Double[-1e9, 1e9].Array[6 * 4], Gen.Bool.Array[6 * 4], Gen.Double[1, 5].Array[6], Gen.Int[1, 4]).Sample((values, known, targets, best) =>
        {
            var training = new Matrix(6, 4);
            for (var i = 0; i < values.Length; i++)
            {
                training[i / 4, i % 4] = known[i] ? values[i] : Unknown;
            }

            var inputs = FeaturePipeline.Fit(["duration", "amount", "liked_num", "badge"], training, targets, best).Apply(training);

            Assert.Equal(best, inputs.Columns);
            Assert.All(inputs.Values.ToArray(), value => Assert.InRange(value, 0, 1));
        }, iter: 2_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Fault_RichColumns_IsNoneAndAnUnknownNameIsOne()
    {
        var rows = Some.Matrix(30, RichFeatures.All.Count, 3);
        var pipeline = FeaturePipeline.Fit(RichFeatures.All, rows, rows.Column(2), null);

        Assert.Null(pipeline.Fault());
        Assert.Equal("a column is no feature known here", (pipeline with { Columns = [.. RichFeatures.All.SkipLast(1), "tag_scored"] }).Fault());
    }

    [Fact]
    public void Apply_OneRowAtATime_GivesTheSameAsAllAtOnce()
    {
        var rows = Some.Matrix(30, 4, 3);
        var pipeline = FeaturePipeline.Fit(["duration", "amount", "liked_num", "badge"], rows, rows.Column(2), 3);

        var together = pipeline.Apply(rows);
        var apart = Enumerable.Range(0, 30).SelectMany(row => pipeline.Apply(rows.SelectRows([row])).Values.ToArray());

        Assert.Equal(together.Values.ToArray(), apart);
    }
}
