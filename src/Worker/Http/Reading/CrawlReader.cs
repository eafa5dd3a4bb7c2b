using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Host = LiveQuality.Crawler.Records.Host;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads how far the crawl is.</summary>
internal sealed class CrawlReader(IRecordStore store, StatusReader status, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    public async Task<CrawlView> ReadAsync(CancellationToken cancellationToken)
    {
        var (queue, rate, left) = await status.ReadQueueAsync(cancellationToken);
        var hosts = new List<Host>();
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await foreach (var host in store.ReadAsync(Collections.Hosts, new Query<Host>(), cancellationToken))
        {
            // What has passed is not shown as if it were so now.
            hosts.Add(host with { RequestsToday = host.Day == today ? host.RequestsToday : 0, PausedUntil = host.PausedUntil > now ? host.PausedUntil : null });
        }

        return new CrawlView(queue, rate, left, hosts, politeness.Value.DailyRequests);
    }
}
