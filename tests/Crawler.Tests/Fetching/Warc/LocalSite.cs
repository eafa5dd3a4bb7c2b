using System.IO.Compression;
using LiveQuality.ZhihuSite.Site;
using Microsoft.AspNetCore.Http;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

/// <summary>A server on 127.0.0.1 whose answers are scripted for each path: the n-th request gets the n-th answer, further ones the last.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly Dictionary<string, (Func<HttpContext, Task>[] Steps, int Next)> _script = [];
    private ZhihuSiteServer? _server;

    public Uri Address => _server!.Address;

    public static async Task<LocalSite> StartAsync(CancellationToken cancellationToken)
    {
        var site = new LocalSite();
        site._server = await ZhihuSiteServer.StartAsync(ZhihuSite.Worlds.Small, port: 0, site.AnswerAsync, cancellationToken);
        return site;
    }

    public static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }

    public static Func<HttpContext, Task> Answer(int status, byte[] body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    };

    public void On(string path, params Func<HttpContext, Task>[] steps) => _script[path] = (steps, 0);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task<bool> AnswerAsync(HttpContext context)
    {
        Func<HttpContext, Task> step;
        lock (_script)
        {
            var (steps, next) = _script[context.Request.Path];
            _script[context.Request.Path] = (steps, next + 1);
            step = steps[Math.Min(next, steps.Length - 1)];
        }

        await step(context);
        return true;
    }
}
