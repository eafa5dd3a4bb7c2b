using LiveQuality.Mining.Faces.Weights;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class DenormalWeightsTests
{
    private const float Denormal = 1e-40f;

    [Fact]
    public void Clear_FloatsOfAModel_BecomeZeroWhereTheyAreDenormal()
    {
        var model = Model(Denormal, -Denormal);

        Assert.Equal(2, DenormalWeights.Clear(model));

        Assert.Equal(Model(0, 0), model);
    }

    // The bits of a whole number may look like a denormal float.
    [Fact]
    public void Clear_WholeNumbers_StayAsTheyAre()
    {
        var graph = new OnnxGraph("test");
        graph.Integers(1, 2, 3);
        var model = graph.ToBytes();

        Assert.Equal(0, DenormalWeights.Clear(model));
        Assert.Equal(graph.ToBytes(), model);
    }

    [Fact]
    public void Clear_ModelThatStops_IsRefused() => Assert.Throws<InvalidDataException>(() => DenormalWeights.Clear(Model(1, 2).AsSpan()[..^1]));

    private static byte[] Model(float second, float third)
    {
        var graph = new OnnxGraph("test");
        graph.Constant([4], [1, second, third, float.MinValue]);
        return graph.ToBytes();
    }
}
