using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>Gives what failed another chance, once a person has looked: the captcha is passed, the network is back.</summary>
internal sealed class RequeueStep(IRecordStore store, TimeProvider time)
{
    /// <param name="runId">Only what failed in this run; null for all.</param>
    /// <param name="cancellationToken">Stops between two writes.</param>
    public async Task<RequeueReport> RunAsync(string? runId, CancellationToken cancellationToken)
    {
        var (addresses, hosts) = (0, 0);
        foreach (var paused in await store.PausedHostsAsync(time.GetUtcNow(), cancellationToken))
        {
            var requeued = await store.Frontier.RequeueAsync(paused.Id, runId, cancellationToken);
            addresses += requeued;
            if (requeued > 0 || runId is null)
            {
                // Read again right before: a crawl may be counting its requests in it.
                var host = (await store.FindAsync(Collections.Hosts, paused.Id, cancellationToken))!;
                await store.UpsertAsync(Collections.Hosts, [host with { PausedUntil = null, PauseReason = null }], cancellationToken);
                hosts++;
            }
        }

        return new RequeueReport(addresses + await store.Frontier.RequeueAsync(site: null, runId, cancellationToken), hosts);
    }
}
