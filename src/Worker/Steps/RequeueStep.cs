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
        var (addresses, hosts) = (0, 0);
        foreach (var id in await PausedAsync(cancellationToken))
        {
            var requeued = await store.Frontier.RequeueAsync(id, runId, cancellationToken);
            addresses += requeued;
            if (requeued > 0 || runId is null)
            {
                // Read again right before: a crawl may be counting its requests in it.
                var host = (await store.FindAsync(Collections.Hosts, id, cancellationToken))!;
                await store.UpsertAsync(Collections.Hosts, [host with { PausedUntil = null, PauseReason = null }], cancellationToken);
                hosts++;
            }
        }

        return new RequeueReport(addresses + await store.Frontier.RequeueAsync(site: null, runId, cancellationToken), hosts);
    }

    private async Task<List<string>> PausedAsync(CancellationToken cancellationToken)
    {
        var paused = new List<string>();
        await foreach (var host in store.ReadAsync(Collections.Hosts, new Query<Host>(), cancellationToken))
        {
            if (host.PausedUntil > time.GetUtcNow())
            {
                paused.Add(host.Id);
            }
        }

        return paused;
    }
}
