using System.Collections.Concurrent;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// Lets a request go out when its host may be asked: robots.txt allows the address, no other request to the host is under way, the interval since the
/// last one has passed, no pause is owed and the day's budget is not spent. What a host was asked and told is kept in its record, so that a new process
/// or another one goes on where this one was.
/// </summary>
/// <param name="settings">What to go by.</param>
/// <param name="memory">Where hosts are remembered.</param>
/// <param name="askRobots">
/// Sends one GET for a robots.txt: bounded in time and to <see cref="RobotsTxt.LargestFile"/> + 1 bytes of body, no redirect followed, and an answer that
/// does not come is an answer with no status. Pace and budget are already seen to.
/// </param>
/// <param name="time">Clock of everything.</param>
internal sealed class PoliteGate(
    GateSettings settings, IHostMemory memory, Func<Uri, CancellationToken, Task<RobotsAnswer>> askRobots, TimeProvider time) : IHostGate, IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> _hosts = new(StringComparer.Ordinal);

    public Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken) => Of(address).EnterAsync(address, cancellationToken);

    public Task LeaveAsync(Uri address, GateExit exit) => Of(address).LeaveAsync(exit);

    /// <summary>Leaves a host alone, as after a captcha wall; a pause that is longer already stays. It holds for later processes too.</summary>
    /// <param name="address">Any address on the host.</param>
    /// <param name="until">No request before, UTC.</param>
    /// <param name="reason">Why, one line.</param>
    /// <param name="cancellationToken">Stops the keeping of the pause; in this process it holds all the same.</param>
    public Task PauseAsync(Uri address, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        Of(address).PauseAsync(until, reason, cancellationToken);

    public void Dispose()
    {
        foreach (var host in _hosts.Values)
        {
            host.Dispose();
        }
    }

    private HostGate Of(Uri address) =>
        _hosts.GetOrAdd($"{address.Scheme}://{address.Authority}", id => new HostGate(id, settings, memory, askRobots, time));
}
