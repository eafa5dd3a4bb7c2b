using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>Serves an invented world over HTTP on 127.0.0.1 as Zhihu Live served the real one, with faults where they are wanted.</summary>
internal sealed class ZhihuSiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FaultySite _site;
    private readonly SiteOptions _options;

    private ZhihuSiteServer(WebApplication app, IWorld world, SiteOptions options)
    {
        _app = app;
        _options = options;
        _site = new FaultySite(new InventedSite(world), options.Faults, options.Script, options.Time);
        Journal = new SiteJournal(options.JournalSize);
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>What was asked so far.</summary>
    public SiteJournal Journal { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="world">What it serves.</param>
    /// <param name="port">A port, or 0 for a free one.</param>
    /// <param name="interceptor">Sees every request first, for faults; true means that it has answered.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<ZhihuSiteServer> StartAsync(IWorld world, int port, Func<HttpContext, Task<bool>>? interceptor, CancellationToken cancellationToken) =>
        StartAsync(world, port, new SiteOptions { Interceptor = interceptor }, cancellationToken);

    /// <summary>Starts a server.</summary>
    /// <param name="world">What it serves.</param>
    /// <param name="port">A port, or 0 for a free one.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<ZhihuSiteServer> StartAsync(IWorld world, int port, SiteOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var server = new ZhihuSiteServer(app, world, options);
        app.Run(server.ServeAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var asked = context.Request.Path.Value + context.Request.QueryString.Value;
        if (_options.Interceptor is { } interceptor && await interceptor(context))
        {
            var intercepted = Journal.Add(asked, context.Response.StatusCode, _options.Time.GetUtcNow(), ["interceptor"]);
            Journal.Count(intercepted, context.Response.ContentLength ?? 0);
            return;
        }

        // The interceptor may have asked for something else.
        var (path, query) = (context.Request.Path.Value ?? "/", context.Request.QueryString.Value ?? "");
        var reply = path == "/robots.txt" && _options.RobotsTxt is { } robots ? new Reply(robots.Answer) : _site.Answer(path, query);
        // What is sent wrongly is sent whole: a plan that wants half a body must not meet a client that wants none.
        var answer = reply.Sending is null ? Negotiation.Apply(reply.Answer, context.Request.Headers, _options) : reply.Answer;
        var entry = Journal.Add(asked, answer.Status, _options.Time.GetUtcNow(), reply.Faults);
        var exchange = new Exchange(context, answer, _options.Time, bytes => Journal.Count(entry, bytes));
        try
        {
            if (reply.Delay > TimeSpan.Zero)
            {
                await Task.Delay(reply.Delay, _options.Time, exchange.Aborted);
            }

            await (reply.Sending?.SendAsync(exchange) ?? exchange.SendAsync());
        }
        // Whoever asked has hung up: nobody is left to tell.
        catch (OperationCanceledException) when (exchange.Aborted.IsCancellationRequested)
        {
        }
    }
}
