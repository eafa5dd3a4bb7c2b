using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>An invented site that takes its time with every page, so that something can happen in the middle of a crawl.</summary>
internal static class SlowSite
{
    public const int Lives = 137;

    public static Task<ZhihuSiteServer> StartAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        return ZhihuSiteServer.StartAsync(World.Create(seed: 5, Lives), port: 0, WaitAsync, cancellationToken);

        async Task<bool> WaitAsync(HttpContext context)
        {
            await Task.Delay(delay, cancellationToken);
            return false;
        }
    }

    /// <summary>How many of its lives a store has met: some are planted dirt, which is set aside.</summary>
    public static async Task<long> CountAsync(IRecordStore store, CancellationToken cancellationToken) =>
        (await store.CountAsync(cancellationToken))["lives"]
        + await store.ReadAsync(Collections.Quarantine, new Query<QuarantineEntry>(), cancellationToken).CountAsync(entry => entry.Kind == "live", cancellationToken);
}
