using LiveQuality.Worker.Tests.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Health;

/// <summary><c>/health/*</c> of a service that has begun.</summary>
[Collection(ApiCollection.Name)]
public sealed class HealthTests(ApiSite site)
{
    [Theory]
    [InlineData("ready", """{"store":"ok","scheduler":"ok"}""")]
    [InlineData("startup", """{"start":"ok","board":"ok"}""")]
    public async Task Health_Asked_SaysHowEachCheckIs(string name, string expected) => Assert.Equal(expected, $"{(await site.Client.JsonAsync($"/health/{name}")).GetProperty("checks")}");
}
