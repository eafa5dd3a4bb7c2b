using System.Text.Json;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.AspNetCore.RateLimiting;
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

    [Theory]
    [InlineData("analyze", "picture")]
    [InlineData("verify", "first second")]
    public async Task Document_OfFaces_NamesTheFormAndEveryStatus(string what, string fields)
    {
        var document = await site.Client.JsonAsync("/openapi/v1.json");

        var operation = document.GetProperty("paths").GetProperty($"/api/faces/{what}").GetProperty("post");
        var form = operation.GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema");
        Assert.Equal(fields.Split(' '), form.GetProperty("properties").EnumerateObject().Select(field => field.Name));
        Assert.All(form.GetProperty("properties").EnumerateObject(), field => Assert.Equal(2, field.Value.GetProperty("oneOf").GetArrayLength()));
        Assert.Equal(["200", "400", "403", "404", "409", "413", "415", "503"], operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_OfAnAnalysis_HasBothShapesOfTheAnswer()
    {
        var document = await site.Client.JsonAsync("/openapi/v1.json");

        var answer = document.GetProperty("paths").GetProperty("/api/faces/analyze").GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        var shapes = answer.GetProperty("schema").GetProperty("oneOf").EnumerateArray().Select(shape => PropertiesOf(document, shape)).ToArray();
        Assert.Contains("items", shapes[0]);
        Assert.Contains("attractiveness", shapes[1]);
    }

    [Fact]
    public void Routes_ThatTakeMuchMemory_LetInOneAtATime()
    {
        var limited = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null).Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(["/api/faces/analyze", "/api/faces/verify", "/api/score"], limited.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_OfLists_NamesTheirParameters()
    {
        var document = await site.Client.JsonAsync("/openapi/v1.json");

        var names = document.GetProperty("paths").GetProperty("/api/scores").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(LiveQueryParser.Names, names);
    }
    private static string[] PropertiesOf(JsonElement document, JsonElement schema)
    {
        var shape = schema.TryGetProperty("$ref", out var reference) ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
        return [.. shape.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
    }
}
