using Xunit;


namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary>Nothing of it works without the pretrained nets, and all of it says so the same way.</summary>
public sealed class MissingModelsTests : IDisposable
{
    private readonly FaceProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("analyze a.png")]
    [InlineData("verify a.png b.png")]
    [InlineData("evaluate --data faces.zip --task age")]
    [InlineData("train trans-fbp --data faces.zip --out head.json")]
    public async Task Command_WithoutModels_NamesTheFileAndWhatInstallsIt(string line)
    {
        var said = await _program.FailAsync(1, [.. line.Split(' '), "--json"]);

        Assert.StartsWith("face models are not installed: ", said, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_program.Models, "mtcnn_model"), said, StringComparison.Ordinal);
        Assert.EndsWith("(run: livequality faces install)", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_program.Folder.PathOf(".")));
    }

    [Fact]
    public async Task Command_WithADamagedModel_NamesItAndWhatInstallsIt()
    {
        _program.WithModels();
        var file = Path.Combine(_program.Models, "faceres.bin");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        File.Delete(file);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var said = await _program.FailAsync(1, "analyze", "a.png");

        Assert.Contains("faceres.bin is not the file that was published", said, StringComparison.Ordinal);
        Assert.EndsWith("(run: livequality faces install)", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze", "FILE")]
    [InlineData("verify a.png", "B")]
    [InlineData("evaluate --task age", "--data")]
    [InlineData("evaluate --data faces.zip", "--task")]
    [InlineData("evaluate --data faces.zip --task beauty", "beauty")]
    [InlineData("train beauty-net --data faces.zip --out head.json", "beauty-net")]
    [InlineData("train trans-fbp --out head.json", "--data")]
    [InlineData("train trans-fbp --data faces.zip", "--out")]
    [InlineData("train trans-fbp --data faces.zip --out head.json --seed -1", "--seed")]
    [InlineData("install --optin", "'--optin' is no command or option")]
    public async Task Command_ThatIsMistyped_IsOneLineAndExitCodeTwo(string line, string expected) =>
        Assert.Contains(expected, await _program.FailAsync(2, line.Split(' ')), StringComparison.Ordinal);

    [Theory]
    [InlineData("FILE: must not be empty", "analyze", "a.png", "")]
    [InlineData("B: must not be empty", "verify", "a.png", "")]
    [InlineData("--model: must not be empty", "evaluate", "--data", "faces.zip", "--task", "age", "--model", "")]
    [InlineData("--data: must not be empty", "train", "trans-fbp", "--data", "faces.zip", "--data", "", "--out", "head.json")]
    [InlineData("--out: must not be empty", "train", "trans-fbp", "--data", "faces.zip", "--out", "")]
    public async Task Command_WithAnEmptyPath_IsOneLineAndExitCodeTwo(string expected, params string[] line) =>
        Assert.StartsWith(expected, await _program.FailAsync(2, line), StringComparison.Ordinal);
}
