using System.Text.Json;
using LiveQuality.Tests;
using LiveQuality.Tests.Faces;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary><c>faces analyze</c> on folders from whoever, from the command line to the JSON. Needs the trained heads.</summary>
public sealed class AnalyzeTests : IDisposable
{
    private readonly FaceProgram _program = new();

    public AnalyzeTests()
    {
        TrainedHeads.Require();
        _program.WithModels();
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Analyze_HostileFilesAmongGoodOnes_RefusesEachByItselfAndLosesNone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names of files that Windows does not allow");
        var folder = _program.Folder.PathOf("hostile");
        var bad = HostileFolder.Fill(folder);

        var ended = await _program.RunAsync("analyze", folder, "--json");

        Assert.Equal(1, ended.ExitCode);
        var items = Items(ended);
        Assert.Equal(bad.Concat(HostileFolder.Good.Keys).Order(StringComparer.Ordinal), items.Keys.Order(StringComparer.Ordinal));
        Assert.All(bad, name => Assert.Equal(("Refused", true, false), (items[name].Outcome, items[name].Reason?.Length > 0, items[name].HasScores)));
        Assert.All(HostileFolder.Good.Keys, name => Assert.Equal((name, "Face", true), (name, items[name].Outcome, items[name].HasScores)));
        Assert.All(items.Values, item => Assert.DoesNotContain('\n', item.Reason ?? ""));
        AssertOneProblem(ended, $"{bad.Length} of {items.Count} files refused; the first: {folder}/");
    }

    [Fact]
    public async Task Analyze_HostileFiles_AsTextIsALineEach()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names of files that Windows does not allow");
        var folder = _program.Folder.PathOf("hostile");
        HostileFolder.Fill(folder);

        var ended = await _program.RunAsync("analyze", folder);

        Assert.Equal(1, ended.ExitCode);
        var lines = ended.Output.Split('\n');
        Assert.All(
            Directory.GetFiles(folder).Select(file => file.Replace('\u001B', '?').Replace('\n', ' ')), file => Assert.Single(lines, line => line.Contains($" {file} ", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001B', ended.Output);
        Assert.DoesNotContain('\u001B', ended.Errors);
    }

    [Theory]
    [InlineData("missing.jpg", "the file cannot be read")]
    [InlineData("secret.png", "the file cannot be read")]
    [InlineData("/dev/zero", "Empty: the file is empty")]
    [InlineData("/dev/null", "Empty: the file is empty")]
    public async Task Analyze_AFileThatCannotBeRead_IsRefusedBesideTheOthers(string path, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names devices");
        Assert.SkipWhen(path == "secret.png" && Environment.IsPrivilegedProcess, "root may read every file");
        var face = _program.Folder.Write("face.png", new DrawnFace(1).Encode(160));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program.Folder.Write("secret.png", new DrawnFace(2).Encode(160)), UnixFileMode.None);
        }

        var ended = await _program.RunAsync("analyze", path, face, "--json");

        Assert.Equal(1, ended.ExitCode);
        var items = Items(ended);
        Assert.Equal("Refused", items[Path.GetFileName(path)].Outcome);
        Assert.StartsWith(reason, items[Path.GetFileName(path)].Reason, StringComparison.Ordinal);
        Assert.Equal("Face", items["face.png"].Outcome);
        AssertOneProblem(ended, $"1 of 2 files refused; the first: {path}: {reason}");
    }

    [Fact]
    public async Task Analyze_APipe_IsRefusedBesideTheOthers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes a pipe that has a name");
        var face = _program.Folder.Write("face.png", new DrawnFace(1).Encode(160));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_program.Folder.PathOf("pipe")]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Somebody holds the other end: nobody who opens it has to wait for that.
        await using var end = new FileStream(_program.Folder.PathOf("pipe"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        var ended = await _program.RunAsync("analyze", "pipe", face, "--json");

        Assert.Equal(1, ended.ExitCode);
        var items = Items(ended);
        Assert.Equal(("Refused", "Face"), (items["pipe"].Outcome, items["face.png"].Outcome));
        AssertOneProblem(ended, "1 of 2 files refused; the first: pipe: this is no file but a pipe or a device");
    }

    [Fact]
    public async Task Analyze_AFolderWithoutFiles_IsNamed()
    {
        Directory.CreateDirectory(_program.Folder.PathOf("empty.jpg"));

        Assert.Equal("empty.jpg: there is no file in this folder", await _program.FailAsync(1, "analyze", "empty.jpg", "--json"));
    }

    [Fact]
    public async Task Analyze_Twice_SaysTheSameBytes()
    {
        const int Faces = 30;
        var folder = Directory.CreateDirectory(_program.Folder.PathOf("faces")).FullName;
        for (var seed = 0; seed < Faces; seed++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"face{seed:00}.png"), new DrawnFace(seed).Encode(), TestContext.Current.CancellationToken);
        }

        var first = await _program.RunAsync("analyze", "faces", "--json");
        var second = await _program.RunAsync("analyze", "faces", "--json");

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Equal(first.Output, second.Output);
        var items = Items(first);
        Assert.Equal(Enumerable.Range(0, Faces).Select(seed => $"face{seed:00}.png"), items.Keys);
        Assert.All(items.Values, item => Assert.Equal(("Face", true), (item.Outcome, item.HasScores)));
    }

    private static Dictionary<string, (string Outcome, string? Reason, bool HasScores)> Items(Program.Ended ended) =>
        JsonDocument.Parse(ended.Output).RootElement.GetProperty("items").EnumerateArray().ToDictionary(
            item => Path.GetFileName(item.GetProperty("file").GetString()!),
            item => (item.GetProperty("outcome").GetString()!, item.GetProperty("reason").GetString(), item.GetProperty("scores").ValueKind == JsonValueKind.Object),
            StringComparer.Ordinal);

    // The note on research is a line of its own, if a head asks for it.
    private static void AssertOneProblem(Program.Ended ended, string expected) =>
        Assert.StartsWith($"livequality: {expected}", Assert.Single(FaceProgram.Lines(ended), line => !line.Contains("for research only", StringComparison.Ordinal)), StringComparison.Ordinal);
}
