using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class TfjsWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_EveryKindOfNumber_GivesItsValues()
    {
        var manifest = _folder.Write("weights.json", """
            [{"paths":["a.bin","b.bin"],"weights":[
              {"name":"f32","shape":[2],"dtype":"float32"},
              {"name":"u8","shape":[2,1],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}},
              {"name":"f16","shape":[1,2],"dtype":"float32","quantization":{"dtype":"float16"}},
              {"name":"i32","shape":[],"dtype":"int32"}]}]
            """);
        // The second shard begins in the middle of a number.
        _folder.Write("a.bin", [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)[..2]]);
        _folder.Write("b.bin", [.. BitConverter.GetBytes(-2f)[2..], 0, 255, .. BitConverter.GetBytes((Half)0.25), .. BitConverter.GetBytes((Half)(-3)), .. BitConverter.GetBytes(7)]);

        var read = TfjsWeights.Read(manifest);

        Assert.Equal([1.5f, -2], read["f32"].Values);
        Assert.Equal([-1f, 126.5f], read["u8"].Values);
        Assert.Equal([2, 1], read["u8"].Shape);
        Assert.Equal([0.25f, -3], read["f16"].Values);
        Assert.Equal([7f], read["i32"].Values);
    }

    [Fact]
    public void Read_GraphModel_FindsItsManifest()
    {
        var model = _folder.Write("model.json", """{"modelTopology":{},"weightsManifest":[{"paths":["a.bin"],"weights":[{"name":"w","shape":[1],"dtype":"float32"}]}]}""");
        _folder.Write("a.bin", BitConverter.GetBytes(4f));

        Assert.Equal([4f], TfjsWeights.Read(model)["w"].Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""[{"paths":["a.bin"]}]""")]
    [InlineData("""[{"paths":["missing.bin"],"weights":[]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[2],"dtype":"float32"}]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[1],"dtype":"bool"}]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[-1],"dtype":"float32"}]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[99999,99999],"dtype":"float32"}]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[4],"dtype":"float32","quantization":{"dtype":"uint8"}}]}]""")]
    [InlineData("""[{"paths":["a.bin"],"weights":[{"name":"w","shape":[0],"dtype":"float32"},{"name":"w","shape":[1],"dtype":"float32"}]}]""")]
    public void Read_DamagedFile_IsOneLineThatNamesIt(string json)
    {
        var manifest = _folder.Write("weights.json", json);
        _folder.Write("a.bin", BitConverter.GetBytes(4f));

        var failure = Assert.Throws<MiningException>(() => TfjsWeights.Read(manifest));

        Assert.StartsWith($"{manifest}: these are no weights of TensorFlow.js", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
