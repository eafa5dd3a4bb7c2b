using System.Net;
using LiveQuality.Tests;
using LiveQuality.Worker.Http.Security;
using LiveQuality.Worker.Tests.Http.Api;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Health;

/// <summary>What everybody is told of a service that is open to others and whose store is away.</summary>
public sealed class StrangerTests : IDisposable
{
    private const string Key = "key";
    private const string Why = "127.0.0.1:1/lq cannot be reached";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ready_StoreIsAway_TellsWhyToThoseWithAKeyAndOnThisMachineAlone()
    {
        await using var service = Service.Start(_folder.PathOf("."), "mongodb://127.0.0.1:1/lq", ("Http:BehindProxy", "true"), ("Http:Keys:ann", ApiKeys.Hash(Key)));
        using var client = new HttpClient { BaseAddress = service.Address };

        // As the program in the container itself asks.
        await client.UntilAsync("/health/ready", (answer, body) => answer.StatusCode == HttpStatusCode.ServiceUnavailable && body.Contains(Why, StringComparison.Ordinal));

        using var own = await client.GetAsync("/health/ready", ("X-Forwarded-For", "192.0.2.1"), ("X-Api-Key", Key));
        Assert.Contains(Why, await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var key in new[] { "of nobody", "" })
        {
            using var answer = await client.GetAsync("/health/ready", ("X-Forwarded-For", "192.0.2.1"), ("X-Api-Key", key));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(
                """{"status":"failing","checks":{"store":"failing","scheduler":"failing"}}""",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
