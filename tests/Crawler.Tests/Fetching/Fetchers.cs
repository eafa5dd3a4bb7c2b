using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

/// <summary>Fetchers of one site on fake time, over a script.</summary>
internal sealed class Fetchers
{
    public static readonly Uri Site = new("https://api.zhihu.com");
    public static readonly Uri Address = new(Site, "/lives?limit=10&offset=0");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2017, 10, 26, 8, 0, 0, TimeSpan.Zero));

    public ScriptedGate Gate { get; init; } = new();

    // Time flies while a fetch runs on another thread: an attempt must not end just because that thread had to wait.
    public FetchOptions Options { get; init; } = new() { AttemptTimeout = TimeSpan.FromMinutes(10) };

    public static Predicate<Uri> IsWall => address => address.AbsolutePath == "/account/unhuman";

    public ScriptedHandler Script(params Func<HttpResponseMessage>[] script) => new(Time, script);

    public HttpFetcher Create(HttpMessageHandler way) => new(way, Gate, new AllowedHosts(Site), IsWall, Options, () => 0.5, Time);

    /// <summary>Fetches while time flies.</summary>
    public Task<FetchOutcome> FetchAsync(HttpMessageHandler way, Uri? address = null) => FetchAsync(way, new FetchRequest(address ?? Address));

    /// <inheritdoc cref="FetchAsync(HttpMessageHandler, Uri?)"/>
    public async Task<FetchOutcome> FetchAsync(HttpMessageHandler way, FetchRequest request)
    {
        using var fetcher = Create(way);
        var fetch = fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
        while (!fetch.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await fetch;
    }
}
