using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>
/// The program as a person runs it: a process of its own, with its own folder, streams and exit code. What it trains unless told otherwise is the published network for two passes, which takes a seventh
/// of the time that the model it comes with takes; a test that is about the latter says so with <see cref="IsAsShipped"/>.
/// </summary>
internal sealed class Program(string folder, IReadOnlyDictionary<string, string>? environment = null)
{
    private const int SigInt = 2;

    private static readonly Dictionary<string, string> QuickTraining = new()
    {
        ["LIVEQUALITY_CONFIG_Mining__Training__Regressor"] = "mtb-dnn-2019",
        ["LIVEQUALITY_CONFIG_Mining__Training__Epochs"] = "2",
    };

    /// <summary>Whether the configuration is the one that a person gets who sets nothing.</summary>
    public bool IsAsShipped { get; init; }

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await WaitAsync(process);
    }

    /// <summary>Runs what must end well, and say one JSON document and nothing else.</summary>
    public async Task<JsonElement> RunJsonAsync(params string[] arguments)
    {
        var ended = await RunAsync([.. arguments, "--json"]);
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    /// <summary>How many records each collection of a store holds, as <c>status</c> says.</summary>
    public async Task<Dictionary<string, long>> CountsAsync(string store)
    {
        var status = await RunJsonAsync("status", "--store", store);
        var counts = status.GetProperty("counts").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt64());
        Assert.Equal(Collections.Names, counts.Keys);
        return counts;
    }

    /// <summary>Starts it, waits until <paramref name="ready"/>, presses Ctrl-C and waits for the end.</summary>
    /// <returns>How it ended, and how long that took from Ctrl-C on.</returns>
    public async Task<(Ended Ended, TimeSpan Took)> InterruptAsync(Func<Task> ready, params string[] arguments)
    {
        using var process = Start(arguments);
        await ready();
        var clock = Stopwatch.StartNew();
        _ = Kill(process.Id, SigInt);
        var ended = await WaitAsync(process);
        return (ended, clock.Elapsed);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "livequality.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in (IsAsShipped ? [] : QuickTraining).Concat(environment ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<Ended> WaitAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await errors);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);

    internal sealed record Ended(int ExitCode, string Output, string Errors);
}
