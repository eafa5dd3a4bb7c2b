using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Tests.Builders;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

[Collection(TorchCollection.Name)]
public sealed class AlignedTensorTests
{
    private static readonly Matrix Rows = Some.Matrix(60, 30, 1);
    private static readonly double[] Scores = Rows.Column(3);

    [Fact]
    public void Of_Products_AreTheSameBitsWhereverTheArrayLies() => AssertSameBits(() =>
    {
        using var scope = torch.NewDisposeScope();
        var table = AlignedTensor.Of(Array.ConvertAll(Rows.Values.ToArray(), value => (float)value), 60, 30);
        var weights = AlignedTensor.Of([.. Scores.Select(score => (float)score)], 2, 30);
        return [.. table.mm(weights.t()).data<float>()];
    });

    [Fact]
    public void SoftmaxRegression_ManyTimes_GivesTheSameBits()
    {
        var targets = Matrix.Of(60, 2, [.. Scores.SelectMany(score => new[] { score, 1 - score })]);

        AssertSameBits(() => new SoftmaxRegression().Fit(Rows, targets, null, null, CancellationToken.None).State["weights"].Values);
    }

    [Fact]
    public void Of_Values_AreCopied()
    {
        float[] values = [1, 2];
        using var tensor = AlignedTensor.Of(values, 1, 2);

        values[0] = 9;

        Assert.Equal([1f, 2], tensor.data<float>());
        Assert.Equal([1, 2], tensor.shape);
    }

    // Arrays lie on multiples of 8 bytes; those between shift them.
    private static void AssertSameBits(Func<float[]> make)
    {
        List<object> between = [];
        var first = make();
        Assert.All(Enumerable.Range(0, 30), at =>
        {
            between.Add(new byte[8 * at]);
            Assert.Equal(first, make());
        });
    }
}
