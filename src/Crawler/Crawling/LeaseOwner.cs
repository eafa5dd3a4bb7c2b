using System.Diagnostics;
using System.Globalization;

namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// Who holds a lease: machine, process id and the process's start, so that on its own machine a dead holder is recognised at once, also when its id
/// has been given to another process since. On other machines only the lease's end tells. A process may hold several, one a crawl.
/// </summary>
public static class LeaseOwner
{
    // On Linux a boot and a namespace of process ids are a machine: a container that shares its host's name does not share its processes.
    private static readonly string Machine = OperatingSystem.IsLinux()
        ? $"{Environment.MachineName}~{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}~{File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name}"
        : Environment.MachineName;

    private static readonly string Ours = string.Create(CultureInfo.InvariantCulture, $"{Machine}/{Environment.ProcessId}/{StartOf(Environment.ProcessId)}/");

    private static int _count;

    /// <summary>A holder of its own in this process.</summary>
    public static string New() => string.Create(CultureInfo.InvariantCulture, $"{Ours}{Interlocked.Increment(ref _count)}");

    /// <summary>Whether an owner is this process.</summary>
    /// <param name="owner">Text as <see cref="New"/> makes it.</param>
    public static bool IsOurs(string? owner) => owner?.StartsWith(Ours, StringComparison.Ordinal) == true;

    /// <summary>Whether an owner was a process of this machine that runs no longer.</summary>
    /// <param name="owner">Text as <see cref="New"/> makes it; anything else is somebody who may be alive.</param>
    public static bool IsDeadHere(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return owner.Split('/') is [var machine, var text, var start, _]
            && machine == Machine
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && StartOf(id) != start;
    }

    // Empty where there is no such process. On Linux in ticks since the boot (proc(5), stat, field 22): what .NET computes from them moves with the clock.
    private static string StartOf(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // The name, field 2, may hold anything, brackets too.
                var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
                return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
            }

            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return string.Empty; // There is no such process, or it ended while we looked.
        }
    }
}
