using System.Globalization;

namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// Who holds a lease: machine, process id and the process's start, so that on its own machine a dead holder is recognised at once, also when its id
/// has been given to another process since. On other machines only the lease's end tells. A process may hold several, one a crawl.
/// </summary>
public static class LeaseOwner
{
    private static readonly string Process = Of(System.Diagnostics.Process.GetCurrentProcess());
    private static int _count;

    /// <summary>A holder of its own in this process.</summary>
    public static string New() => string.Create(CultureInfo.InvariantCulture, $"{Process}/{Interlocked.Increment(ref _count)}");

    /// <summary>Whether an owner was a process of this machine that runs no longer.</summary>
    /// <param name="owner">Text as <see cref="New"/> makes it; anything else is somebody who may be alive.</param>
    public static bool IsDeadHere(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.Split('/') is not [var machine, var text, var start, _]
            || machine != Environment.MachineName
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return Of(process) != $"{machine}/{text}/{start}";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true; // There is no such process, or it ended while we looked.
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // Somebody else's process that we may not look at.
        }
    }

    private static string Of(System.Diagnostics.Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddHHmmss.ff}");
}
