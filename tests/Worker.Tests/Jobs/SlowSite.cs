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
}
