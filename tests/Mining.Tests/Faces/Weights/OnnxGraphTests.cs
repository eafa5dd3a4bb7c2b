using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Weights;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class OnnxGraphTests
{
    private static readonly float[] Ramp = [.. Enumerable.Range(1, 9).Select(number => (float)number)];

    [Fact]
    public void Node_Convolution_GivesTheSumsOfHand()
    {
        var graph = new OnnxGraph("test");
        var input = graph.Input("x", [1, 1, 3, 3]);
        graph.Node("Conv", [input, graph.Constant([1, 1, 2, 2], [1, 2, 3, 4]), graph.Constant([1], [0.5f])], [OnnxAttribute.Numbers("strides", 1, 1)], "y");
        graph.Output("y", [1, 1, 2, 2]);

        // 1 x 1 + 2 x 2 + 3 x 4 + 4 x 5 + 0.5, and so on.
        Assert.Equal([37.5f, 47.5f, 67.5f, 77.5f], Run(graph, Ramp, [1, 1, 3, 3], "y"));
    }

    [Fact]
    public void Node_StrideAndPaddingOfTheUpperKind_PutTheOddRowAtTheBottom()
    {
        var graph = new OnnxGraph("test");
        var input = graph.Input("x", [1, 1, 4, 4]);
        graph.Node(
            "Conv", [input, graph.Constant([1, 1, 3, 3], [.. Enumerable.Repeat(1f, 9)])], [OnnxAttribute.Numbers("strides", 2, 2), new("auto_pad", "SAME_UPPER")], "y");
        graph.Output("y", [1, 1, 2, 2]);

        // Rows 0-2, then 2-3 and one of zeros.
        Assert.Equal([9f, 6, 6, 4], Run(graph, [.. Enumerable.Repeat(1f, 16)], [1, 1, 4, 4], "y"));
    }

    [Fact]
    public void Node_PoolPadAndAdd_GiveAShortcutWithMoreChannels()
    {
        var graph = new OnnxGraph("test");
        var input = graph.Input("x", [1, 1, 2, 2]);
        var pooled = graph.Node("AveragePool", [input], [OnnxAttribute.Numbers("kernel_shape", 2, 2), OnnxAttribute.Numbers("strides", 2, 2)]);
        var padded = graph.Node("Pad", [pooled, graph.Integers(0, 0, 0, 0, 0, 1, 0, 0)]);
        graph.Node("Relu", [graph.Node("Add", [padded, graph.Constant([1, 2, 1, 1], [10, -1])])], output: "y");
        graph.Output("y", [1, 2, 1, 1]);

        Assert.Equal([12.5f, 0], Run(graph, [1, 2, 3, 4], [1, 1, 2, 2], "y"));
    }

    [Fact]
    public void Node_TwoOutputsAndAnInputLeftOut_AreBothThere()
    {
        var graph = new OnnxGraph("test");
        var input = graph.Input("x", [2]);
        graph.Output(graph.Node("Clip", [input, string.Empty, graph.Constant([], [6])], output: "low"), [2]);
        graph.Output(graph.Node("Clip", [input, graph.Constant([], [6])], output: "high"), [2]);

        Assert.Equal([1f, 6], Run(graph, [1, 9], [2], "low"));
        Assert.Equal([6f, 9], Run(graph, [1, 9], [2], "high"));
    }

    [Fact]
    public void Constant_ValuesThatDoNotFit_AreRefused() => Assert.Throws<ArgumentException>(() => new OnnxGraph("test").Constant([2, 2], [1, 2, 3]));

    [Fact]
    public void Node_AttributeOfAnotherType_IsRefused() => Assert.Throws<ArgumentException>(() => new OnnxGraph("test").Node("Softmax", ["x"], [new("axis", 1.5)]));

    internal static float[] Run(OnnxGraph graph, float[] values, long[] shape, string output) => Run(graph.ToBytes(), "x", values, shape, output);

    internal static float[] Run(byte[] model, string name, float[] values, long[] shape, string output)
    {
        using var settings = OnnxNet.Options();
        using var session = new InferenceSession(model, settings);
        using var input = OrtValue.CreateTensorValueFromMemory(values, shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [name], [input], [output]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
