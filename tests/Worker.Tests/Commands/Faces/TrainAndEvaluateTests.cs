using System.Text.Json;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary><c>faces train</c> and <c>faces evaluate</c> on drawn faces, from the zip to the last figure.</summary>
public sealed class TrainAndEvaluateTests : IDisposable
{
    private const int Faces = 40;
    private const int Walls = 10;

    private readonly FaceProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task TrainThenEvaluate_OnDrawnFaces_ReportsEveryFigure()
    {
        _program.WithModels();
        FaceZip.WritePortraits(_program.Folder.PathOf("faces.zip"), Faces, Walls);

        var trained = await _program.RunAsync("train", "trans-fbp", "--data", "faces.zip", "--out", "heads/one.json", "--json");
        var evaluated = await _program.RunAsync("evaluate", "--data", "faces.zip", "--task", "attractiveness", "--model", "heads/one.json", "--json");

        var head = Parse(trained);
        Assert.Equal(("heads/one.json", Faces), (head.GetProperty("path").GetString(), head.GetProperty("faces").GetInt32()));
        Assert.All(new[] { "pearson", "mae", "rmse" }, metric => Assert.Contains(head.GetProperty("validation").EnumerateObject(), value => value.Name.EndsWith(metric, StringComparison.Ordinal)));
        var figures = Parse(evaluated);
        Assert.Equal(head.GetProperty("id").GetString(), figures.GetProperty("model").GetString());
        Assert.Equal(("attractiveness", Faces, (double)Walls / (Faces + Walls)), (figures.GetProperty("task").GetString(), figures.GetProperty("n").GetInt32(), figures.GetProperty("abstentionRate").GetDouble()));
        foreach (var metric in new[] { "pearson", "mae", "rmse" })
        {
            var (value, interval) = (figures.GetProperty("metrics").GetProperty(metric).GetDouble(), figures.GetProperty("intervals").GetProperty(metric));
            Assert.InRange(value, interval.GetProperty("low").GetDouble(), interval.GetProperty("high").GetDouble());
        }

        Assert.Equal("pearson", figures.GetProperty("groupMetric").GetString());
        var groups = figures.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(
            ["all all 40", "all asian 14", "all white 26", "female all 20", "female asian 7", "female white 13", "male all 20", "male asian 7", "male white 13"],
            groups.Select(group => $"{group.GetProperty("gender")} {group.GetProperty("race")} {group.GetProperty("count")}").Order(StringComparer.Ordinal));
        Assert.Equal(figures.GetProperty("metrics").GetProperty("pearson").GetDouble(), groups[^1].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Train_Twice_WritesTheSameBytes()
    {
        FaceZip.WritePortraits(_program.Folder.PathOf("faces.zip"), faces: 15, walls: 1);

        // The second one has its own folder of models, and so its own cache: the nets look again.
        var first = await _program.WithModels().RunAsync("train", "trans-fbp", "--data", "faces.zip", "--out", "first.json", "--seed", "7");
        var second = await _program.WithModels("others").RunAsync("train", "trans-fbp", "--data", "faces.zip", "--out", "second.json", "--seed", "7");
        var cached = await _program.RunAsync("train", "trans-fbp", "--data", "faces.zip", "--out", "third.json", "--seed", "7");

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, cached.ExitCode));
        foreach (var ending in new[] { "json", "safetensors" })
        {
            Assert.Equal(Bytes($"first.{ending}"), Bytes($"second.{ending}"));
            Assert.Equal(Bytes($"first.{ending}"), Bytes($"third.{ending}"));
        }

        Assert.DoesNotContain(Directory.GetFiles(_program.Folder.PathOf(".")), file => file.Contains("checkpoint", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResearchNote_OfATrainedHead_IsOneLineOnStandardError(bool json)
    {
        _program.WithModels();
        FaceZip.WritePortraits(_program.Folder.PathOf("faces.zip"), faces: 12, walls: 0);
        string[] asked = json ? ["--json"] : [];

        var trained = await _program.RunAsync(["train", "trans-fbp", "--data", "faces.zip", "--out", "head.json", .. asked]);
        var evaluated = await _program.RunAsync(["evaluate", "--data", "faces.zip", "--task", "attractiveness", "--model", "head.json", .. asked]);

        Assert.All(new[] { trained, evaluated }, ended =>
        {
            Assert.Equal(0, ended.ExitCode);
            Assert.StartsWith("livequality: for research only: ", Assert.Single(FaceProgram.Lines(ended)), StringComparison.Ordinal);
            Assert.DoesNotContain("for research only", ended.Output, StringComparison.Ordinal);
            Assert.Contains(json ? "\"researchOnly\": true" : "trans-fbp-", ended.Output, StringComparison.Ordinal);
        });
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(_program.Folder.PathOf(name));

    private static JsonElement Parse(Program.Ended ended)
    {
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }
}
