using LiveQuality.Worker.Steps.Scores;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>The document of the API.</summary>
[Collection(ApiCollection.Name)]
public sealed class OpenApiTests(ApiSite site)
{
    [Fact]
    public async Task Document_NamesEveryAddressOfTheApiAndItsVerbs()
    {
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(verb => $"{verb} {endpoint.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal).ToArray();

        var document = await site.Client.JsonAsync("/openapi/v1.json");

        var named = document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}")).Order(StringComparer.Ordinal);
        Assert.Contains("POST /api/faces/verify", mapped);
        Assert.Equal(mapped, named);
    }

    [Fact]
    public async Task Document_OfLists_NamesTheirParameters()
    {
        var document = await site.Client.JsonAsync("/openapi/v1.json");

        var names = document.GetProperty("paths").GetProperty("/api/scores").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(LiveQueryParser.Names, names);
    }
}
