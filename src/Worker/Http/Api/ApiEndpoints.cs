using LiveQuality.Worker.Output;

namespace LiveQuality.Worker.Http.Api;

/// <summary>The API. Its document, for people and for makers of clients, is at <c>/openapi/v1.json</c>.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddOpenApi()
        // Else a body that cannot be read is a 400 without a word.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, OutputJson.Lines));

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        var api = app.MapGroup("/api");
        api.MapBoard();
        api.MapRecords();
        api.MapRuns();
        api.MapScore();
        api.MapFaces();
    }
}
