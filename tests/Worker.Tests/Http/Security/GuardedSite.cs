using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Http.Api;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Security;

/// <summary>The service as behind a proxy: a key that <c>keys new</c> made, few requests a minute, small bodies. Whoever asks is who the proxy says, so that each test asks as another client.</summary>
public sealed class GuardedSite : IAsyncLifetime
{
    public const int RequestsPerMinute = 40;
    public const int LargestBody = 2048;

    private readonly TemporaryFolder _folder = new();
    private Service? _service;
    private int _clients;

    /// <summary>What <c>keys new</c> printed on standard output.</summary>
    public string Key { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var made = await new Commands.Program(_folder.PathOf(".")).RunAsync("keys", "new", "ann");
        Assert.Equal(0, made.ExitCode);
        Key = made.Output.TrimEnd();
        var setting = made.Errors.TrimEnd().Split('=');
        Assert.Equal("LIVEQUALITY_CONFIG_Http__Keys__ann", setting[0]);
        _service = Service.Start(
            _folder.PathOf("."),
            $"sqlite:{_folder.PathOf("guarded.db")}",
            (setting[0], setting[1]),
            ("Http:BehindProxy", "true"),
            ("Http:RequestsPerMinute", $"{RequestsPerMinute}"),
            ("Http:LargestBody", $"{LargestBody}"),
            ("Schedule:FirstRunAtStart", "false"));
        using var client = Client(key: null);
        await client.UntilAsync("/health/ready", (answer, _) => answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Somebody who has not asked before.</summary>
    /// <param name="key">What they show; null for nothing.</param>
    internal HttpClient Client(string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _service!.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{Interlocked.Increment(ref _clients)}");
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        return client;
    }
}
