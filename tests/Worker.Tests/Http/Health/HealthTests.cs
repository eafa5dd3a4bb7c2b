using LiveQuality.Worker.Tests.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Health;

/// <summary><c>/health/*</c> of a service that has begun.</summary>
[Collection(ApiCollection.Name)]
public sealed class HealthTests(ApiSite site)
{
    [Theory]
    [InlineData("ready")]
    [InlineData("startup")]
    public async Task Health_Asked_SaysWhetherThereAreListsToShow(string name)
    {
        var checks = (await site.Client.JsonAsync($"/health/{name}")).GetProperty("checks");

        Assert.Equal("ok", checks.GetProperty("board").GetString());
    }
}
