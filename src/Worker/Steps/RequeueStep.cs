using LiveQuality.Crawler.Storage;
using Host = LiveQuality.Crawler.Records.Host;

namespace LiveQuality.Worker.Steps;

/// <summary>Gives what failed another chance, once a person has looked: the captcha is passed, the network is back.</summary>
internal sealed class RequeueStep(IRecordStore store, TimeProvider time)
{
    /// <param name="runId">Only what failed in this run; null for all.</param>
    /// <param name="cancellationToken">Stops between two writes.</param>
    public async Task<RequeueReport> RunAsync(string? runId, CancellationToken cancellationToken)
    {
        var paused = new List<Host>();
        await foreach (var host in store.ReadAsync(Collections.Hosts, new Query<Host>(), cancellationToken))
        {
            if (host.PausedUntil > time.GetUtcNow())
            {
                paused.Add(host with { PausedUntil = null, PauseReason = null });
            }
        }

        await store.UpsertAsync(Collections.Hosts, paused, cancellationToken);
        return new RequeueReport(await store.Frontier.RequeueAsync(site: null, runId, cancellationToken), paused.Count);
    }
}
