using System.Collections.Concurrent;
using System.Text;
using LiveQuality.Crawler.Records;
using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LiveQuality.Worker.Tests.Hosting;

/// <summary>Traces, metrics and logs by OTLP, received as a collector receives them: protobuf over HTTP, which holds every name as plain text.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _received = new();
    private WebApplication _collector = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received.GetOrAdd(signal, _ => []).Add(Encoding.Latin1.GetString(body.ToArray()));
        });
        await _collector.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Collector_ThatTheStandardVariablesName_GetsTracesMetricsAndLogs()
    {
        await using var service = Service.Start(
            _folder.PathOf("."),
            $"sqlite:{_folder.PathOf("otlp.db")}",
            ("Schedule:Retrain", string.Empty),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.Single()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        var crawl = await service.UntilRunAsync(run => run.Outcome == RunOutcomes.Done, TestContext.Current.CancellationToken);

        // What is still to be sent goes out with the stop.
        var ended = await service.StopAsync();

        Assert.True(ended.ExitCode == 0, ended.Errors);
        Assert.Contains(_received["traces"], body => body.Contains("run.id", StringComparison.Ordinal) && body.Contains(crawl.Id, StringComparison.Ordinal));
        Assert.Contains(_received["metrics"], body => body.Contains("livequality.runs", StringComparison.Ordinal) && body.Contains("dotnet.gc", StringComparison.Ordinal));
        Assert.Contains(_received["logs"], body => body.Contains("crawl-feed", StringComparison.Ordinal));
        Assert.All(_received.Values.SelectMany(bodies => bodies), body => Assert.Contains("service.name", body, StringComparison.Ordinal));
    }
}
