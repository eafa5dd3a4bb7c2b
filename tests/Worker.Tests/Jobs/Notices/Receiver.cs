using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveQuality.Worker.Tests.Jobs.Notices;

/// <summary>A webhook on this machine that answers what it is told to, and keeps what it got.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What it answers next; 204 when there is no more.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public ConcurrentQueue<Received> Got { get; } = new();

    public string Url => $"{_app.Urls.Single()}/hook";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/hook", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Got.Enqueue(new Received(body.ToArray(), $"{request.Headers["X-LiveQuality-Signature"]}", $"{request.Headers["X-LiveQuality-Id"]}"));
        return Results.StatusCode(Answers.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent);
    }

    internal sealed record Received(byte[] Body, string Signature, string Id);
}
