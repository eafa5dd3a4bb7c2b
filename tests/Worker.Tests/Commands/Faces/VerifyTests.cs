using System.Text.Json;
using LiveQuality.Tests;
using LiveQuality.Tests.Faces;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary><c>faces verify</c> on two files. Needs the trained heads.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly FaceProgram _program = new();

    public VerifyTests()
    {
        TrainedHeads.Require();
        _program.WithModels();
        _program.Folder.Write("face.png", new DrawnFace(1).Encode(160));
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Verify_OnePictureTwice_IsOnePerson()
    {
        var ended = await _program.RunAsync("verify", "face.png", "face.png", "--json");

        Assert.True(ended.ExitCode == 0, ended.Errors);
        var said = JsonDocument.Parse(ended.Output).RootElement;
        Assert.True(said.GetProperty("same").GetBoolean());
        Assert.Equal(0, said.GetProperty("distance").GetDouble(), 6);
        Assert.InRange(said.GetProperty("probability").GetDouble(), 0.5, 1);
        Assert.All(FaceProgram.Lines(ended), line => Assert.Contains("for research only", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text.jpg", "UnsupportedFormat: this is no JPEG, PNG or WebP file")]
    [InlineData("missing.jpg", "the file cannot be read")]
    [InlineData("folder.jpg", "the file cannot be read")]
    public async Task Verify_WithWhatIsNoPicture_SaysNothingOfThePeopleAndWhy(string other, string reason)
    {
        _program.Folder.Write("text.jpg", "this is no picture");
        Directory.CreateDirectory(_program.Folder.PathOf("folder.jpg"));

        foreach (var line in new[] { new[] { "face.png", other }, [other, "face.png"] })
        {
            var ended = await _program.RunAsync(["verify", .. line, "--json"]);

            Assert.Equal(1, ended.ExitCode);
            Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(ended.Output).RootElement.GetProperty("same").ValueKind);
            Assert.StartsWith($"livequality: {other}: {reason}", Assert.Single(FaceProgram.Lines(ended), said => !said.Contains("for research only", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }
}
