using LiveQuality.Worker.Steps.Scores;
using Microsoft.OpenApi;

namespace LiveQuality.Worker.Http.Api;

/// <summary>Tells the OpenAPI document what a list may be asked.</summary>
internal static class ListParameters
{
    public static RouteHandlerBuilder WithListParameters(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters ??= [];
        foreach (var (name, right) in LiveQueryParser.Described)
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = right, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        return Task.CompletedTask;
    });
}
