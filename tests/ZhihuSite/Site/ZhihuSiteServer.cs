using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>Serves an invented world over HTTP on 127.0.0.1 as Zhihu Live served the real one.</summary>
internal sealed class ZhihuSiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ZhihuSiteServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, for example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts a server.</summary>
    /// <param name="world">What it serves.</param>
    /// <param name="port">A port, or 0 for a free one.</param>
    /// <param name="interceptor">Sees every request first, for faults; true means that it has answered.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<ZhihuSiteServer> StartAsync(World world, int port, Func<HttpContext, Task<bool>>? interceptor, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var site = new InventedSite(world);
        app.Run(async context =>
        {
            if (interceptor is null || !await interceptor(context))
            {
                await WriteAsync(context.Response, site.Answer(context.Request.Path, context.Request.QueryString.Value ?? ""), context.RequestAborted);
            }
        });
        await app.StartAsync(cancellationToken);
        return new ZhihuSiteServer(app);
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task WriteAsync(HttpResponse response, SiteAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, cancellationToken);
    }
}
