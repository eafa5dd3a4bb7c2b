using LiveQuality.Crawler.Records;
using Microsoft.OpenApi;

namespace LiveQuality.Worker.Http.Api;

/// <summary>Tells the OpenAPI document what the form of a question about faces holds, and what comes back.</summary>
internal static class FaceForm
{
    public const string MediaType = "multipart/form-data";

    private const string Ok = "200";

    /// <param name="route">The question.</param>
    /// <param name="fields">Each of them a picture, or the id of one.</param>
    public static RouteHandlerBuilder WithPictures(this RouteHandlerBuilder route, params string[] fields) => route.Accepts<IFormFile>(MediaType).AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var form = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = fields.ToDictionary(field => field, IOpenApiSchema (_) => Picture(), StringComparer.Ordinal), Required = fields.ToHashSet(StringComparer.Ordinal) };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [MediaType] = new() { Schema = form } } };
        return Task.CompletedTask;
    });

    /// <summary>Also <see cref="FaceResult"/>: what was said of a portrait that was asked for by its id.</summary>
    public static RouteHandlerBuilder OrOfAPortrait(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
    {
        var said = await context.GetOrCreateSchemaAsync(typeof(FaceResult), parameterDescription: null, cancellationToken);
        foreach (var answer in operation.Responses![Ok].Content!.Values)
        {
            answer.Schema = new OpenApiSchema { OneOf = [answer.Schema!, said] };
        }
    });

    private static OpenApiSchema Picture() => new()
    {
        OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "A file: JPEG, PNG or WebP. It is not kept." },
            new OpenApiSchema { Type = JsonSchemaType.String, Description = "As text: the id of a portrait of the store. Never an address." },
        ],
    };
}
