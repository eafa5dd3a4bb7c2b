using LiveQuality.Crawler.Storage;
using Host = LiveQuality.Crawler.Records.Host;

namespace LiveQuality.Worker.Steps;

/// <summary>The hosts that are to be left alone.</summary>
internal static class PausedHosts
{
    /// <summary>Hosts whose pause has not ended by some time.</summary>
    public static async Task<List<Host>> PausedHostsAsync(this IRecordStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paused = new List<Host>();
        await foreach (var host in store.ReadAsync(Collections.Hosts, new Query<Host>(), cancellationToken))
        {
            if (host.PausedUntil > now)
            {
                paused.Add(host);
            }
        }

        return paused;
    }
}
