using System.Net;
using System.Net.Sockets;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LiveQuality.Worker.Tests.Hosting;

/// <summary>What keeps the service from starting, and what ends it.</summary>
public sealed class ServiceFailureTests : IDisposable
{
    private const string Secret = "the-key-itself-which-is-no-hash";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Schedule__Nonsense", "1", "http://127.0.0.1:0", "Schedule:Nonsense is no configuration key")]
    [InlineData("Schedule__Report", "every day", "http://127.0.0.1:0", "Schedule:Report: 'every day' is no time to run at")]
    [InlineData("Schedule__Retries", "3", "nonsense", "Http:Address: 'nonsense' must be http://")]
    [InlineData("Http__Keys__ann", Secret, "http://127.0.0.1:0", "Http:Keys:ann: must be the SHA-256")]
    public async Task Serve_BadOption_IsOneLineAndExitCode2(string key, string value, string address, string expected)
    {
        var ended = await new Commands.Program(_folder.PathOf("."), new Dictionary<string, string> { [$"LIVEQUALITY_CONFIG_{key}"] = value }).RunAsync("serve", "--address", address);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"livequality: {expected}", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AddressThatIsTaken_IsOneLineAndExitCode1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var ended = await new Commands.Program(_folder.PathOf(".")).RunAsync("serve", "--address", address, "--store", $"sqlite:{_folder.PathOf("data.db")}");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("livequality: ", line, StringComparison.Ordinal);
        Assert.Contains(address, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SomethingInsideDies_EndsWithALineThatNamesIt()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHostedService<DyingService>();
        await using var app = builder.Build();

        var said = await ServiceHost.RunAsync(app, Cancel);

        Assert.Equal($"{nameof(DyingService)} has died: it had enough", said);
    }

    private sealed class DyingService : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("it had enough");
        }
    }
}
