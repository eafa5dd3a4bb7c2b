using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary>The program with a folder of its own and, where a test asks for them, the installed models: linked, so that caches of features go to the test's folder.</summary>
internal sealed class FaceProgram : IDisposable
{
    private const string ModelFolder = "LIVEQUALITY_CONFIG_Faces__Models__Folder";
    private const string Prefix = "livequality: ";

    private readonly Dictionary<string, string> _environment = [];

    public FaceProgram() => _environment[ModelFolder] = Models;

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Where the program looks for models; missing at first.</summary>
    public string Models => Folder.PathOf("models");

    /// <summary>Puts the installed models there. Skips the test where there are none.</summary>
    public FaceProgram WithModels(string name = "models")
    {
        var installed = FaceModels.Folder;
        var folder = Directory.CreateDirectory(Folder.PathOf(name)).FullName;
        foreach (var file in Directory.GetFiles(installed))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        return With(ModelFolder, folder);
    }

    public FaceProgram With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public Task<Program.Ended> RunAsync(params string[] line) => new Program(Folder.PathOf("."), _environment).RunAsync(["faces", .. line]);

    /// <summary>Runs what must end with one line on standard error and nothing on standard output.</summary>
    /// <returns>That line.</returns>
    public async Task<string> FailAsync(int exitCode, params string[] line)
    {
        var ended = await RunAsync(line);

        Assert.Equal((exitCode, ""), (ended.ExitCode, ended.Output));
        var said = Assert.Single(Lines(ended));
        Assert.StartsWith(Prefix, said, StringComparison.Ordinal);
        Assert.DoesNotContain("a fault in the program", said, StringComparison.Ordinal);
        return said[Prefix.Length..];
    }

    /// <summary>What was said on standard error, without the lines that only show that work goes on.</summary>
    public static string[] Lines(Program.Ended ended) =>
        [.. ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(" left; ", StringComparison.Ordinal) && !line.Contains("time left unknown", StringComparison.Ordinal))];

    public void Dispose() => Folder.Dispose();
}
