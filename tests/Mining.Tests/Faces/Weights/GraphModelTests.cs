using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class GraphModelTests : IDisposable
{
    private const string Same = "U0FNRQ==";
    private const string BiasAdd = "Qmlhc0FkZA==";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ToOnnx_NetOfEveryOperator_GivesTheNumbersOfHand()
    {
        var path = Write($$"""
            {"name":"conv","op":"Conv2D","input":["x","filters"],"attr":{"padding":{"s":"{{Same}}"},"strides":{"list":{"i":["1","1","1","1"]} },"dilations":{"list":{"i":["1","1","1","1"]} } } },
            {"name":"add","op":"AddV2","input":["conv","shift"]},
            {"name":"relu","op":"Relu","input":["add"]},
            {"name":"low","op":"Minimum","input":["relu","six"]},
            {"name":"high","op":"Maximum","input":["low","one"]},
            {"name":"mean","op":"Mean","input":["high","axes"],"attr":{"keep_dims":{"b":false} } },
            {"name":"dense","op":"_FusedMatMul","input":["mean","matrix","bias"],"attr":{"fused_ops":{"list":{"s":["{{BiasAdd}}"]} } } }
            """);

        var model = GraphModel.ToOnnx(path, [1, 3, 1, 2], new Dictionary<string, string> { ["mean"] = "m", ["dense"] = "d" });

        // Two pixels (1, 0, 0) and (0, 2, 3): the first output channel is their red, the second the sum of green and blue, plus (0, 2); then 1..6, the mean, and twice the first minus the second.
        float[] image = [1, 0, 0, 2, 0, 3];
        Assert.Equal([1f, 4], OnnxGraphTests.Run(model, "image", image, [1, 3, 1, 2], "m"));
        Assert.Equal([-1.5f], OnnxGraphTests.Run(model, "image", image, [1, 3, 1, 2], "d"));
    }

    [Theory]
    [InlineData("""{"name":"mean","op":"Einsum","input":["x"]}""", "operator Einsum")]
    [InlineData("""{"name":"mean","op":"Mul","input":["x","missing"]}""", "missing is no weight")]
    [InlineData("""{"name":"mean","op":"Mul","input":["x","shift"]}""", "shift is not one number a channel")]
    [InlineData("""{"name":"other","op":"Relu","input":["x"]}""", "'mean'")]
    public void ToOnnx_WhatItDoesNotKnow_IsOneLineThatNamesIt(string node, string expected)
    {
        var path = Write(node);

        var failure = Assert.Throws<MiningException>(() => GraphModel.ToOnnx(path, [1, 3, 1, 2], new Dictionary<string, string> { ["mean"] = "m" }));

        Assert.StartsWith(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private string Write(string nodes)
    {
        (string Name, string Shape, float[] Values)[] weights =
        [
            ("filters", "1,1,3,2", [1, 0, 0, 1, 0, 1]), ("shift", "2", [0, 2]), ("six", "", [6]), ("one", "", [1]), ("axes", "2", [1, 2]), ("matrix", "2,1", [2, -1]), ("bias", "1", [0.5f]),
        ];
        _folder.Write("a.bin", [.. weights.SelectMany(weight => weight.Values).SelectMany(BitConverter.GetBytes)]);
        var entries = string.Join(',', weights.Select(weight => $$"""{"name":"{{weight.Name}}","shape":[{{weight.Shape}}],"dtype":"float32"}"""));
        return _folder.Write("model.json", $$"""
            {"modelTopology":{"node":[{"name":"x","op":"Placeholder"},{{nodes}}]},"weightsManifest":[{"paths":["a.bin"],"weights":[{{entries}}]}]}
            """);
    }
}
