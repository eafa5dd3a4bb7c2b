using System.Net;
using System.Net.Sockets;
using System.Reflection;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http;
using LiveQuality.Worker.Http.Security;
using LiveQuality.Worker.Tests.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LiveQuality.Worker.Tests.Hosting;

/// <summary>What keeps the service from starting, and what ends it.</summary>
public sealed class ServiceFailureTests : IDisposable
{
    private const string Secret = "the-key-itself-which-is-no-hash";

    // Jobs begin before the web server listens, and say so.
    private static readonly Dictionary<string, string> JobsLater = ClocklessSchedule.Settings.Append(("Schedule:FirstRunAtStart", "false"))
        .ToDictionary(pair => $"LIVEQUALITY_CONFIG_{pair.Item1.Replace(":", "__", StringComparison.Ordinal)}", pair => pair.Item2);

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

        var ended = await new Commands.Program(_folder.PathOf("."), JobsLater).RunAsync("serve", "--address", address, "--store", $"sqlite:{_folder.PathOf("data.db")}");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("livequality: ", line, StringComparison.Ordinal);
        Assert.Contains(address, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_IsOneLineAndExitCode1()
    {
        var guarded = new Dictionary<string, string>(JobsLater) { ["LIVEQUALITY_CONFIG_Http__Keys__ann"] = ApiKeys.Hash("key"), ["LIVEQUALITY_CONFIG_Http__BehindProxy"] = "true" };

        // Of a network that nobody has (RFC 5737).
        var ended = await new Commands.Program(_folder.PathOf("."), guarded).RunAsync("serve", "--address", "http://192.0.2.1:8080", "--store", $"sqlite:{_folder.PathOf("data.db")}");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("livequality: cannot listen on http://192.0.2.1:8080: ", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FolderOfSecretsThatIsNotThere_IsOneLineAndExitCode2()
    {
        var missing = _folder.PathOf("secrets");

        var ended = await new Commands.Program(_folder.PathOf("."), new Dictionary<string, string> { ["LIVEQUALITY_SECRETS"] = missing }).RunAsync("serve");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal($"livequality: LIVEQUALITY_SECRETS: there is no folder {missing}", ended.Errors.TrimEnd());
    }

    [Fact]
    public void Listen_OnAllAddresses_DoesNotInsistOnIPv6()
    {
        var kestrel = new KestrelServerOptions();

        ServiceHost.Listen(kestrel, new HttpOptions { Address = "http://*:8080" });

        // Kestrel keeps it to itself; of this kind it takes IPv4 alone where the machine has nothing else, and of no other.
        var addresses = typeof(KestrelServerOptions).GetProperty("CodeBackedListenOptions", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(kestrel);
        Assert.Equal("AnyIPListenOptions", Assert.Single((IEnumerable<ListenOptions>)addresses!).GetType().Name);
    }

    [Fact]
    public async Task Run_AddressThatIsTaken_StopsWhatHadStarted()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var first = new RecordingService();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{other.LocalEndpoint}");
        builder.Services.AddSingleton<IHostedService>(first);
        await using var app = builder.Build();

        var said = await ServiceHost.RunAsync(app, Cancel);

        Assert.Contains($"{other.LocalEndpoint}", said, StringComparison.Ordinal);
        Assert.True(first.IsStopped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StoppedBeforeAllHasStarted_StopsWhatHasAndIsNoFailure(bool byToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = new RecordingService();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IHostedService>(first);
        builder.Services.AddSingleton<IHostedService>(provider => new SlowService(byToken ? stop.Cancel : provider.GetRequiredService<IHostApplicationLifetime>().StopApplication));
        await using var app = builder.Build();

        var said = await ServiceHost.RunAsync(app, stop.Token);

        Assert.Null(said);
        Assert.True(first.IsStopped);
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

    private sealed class RecordingService : IHostedService
    {
        public bool IsStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            IsStopped = true;
            return Task.CompletedTask;
        }
    }

    /// <summary>Starts forever; the service is stopped meanwhile.</summary>
    private sealed class SlowService(Action stop) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            stop();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
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
