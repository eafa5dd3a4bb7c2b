using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http.Api;

/// <summary>
/// <c>POST /api/faces/analyze</c> (a form with <c>picture</c>) and <c>POST /api/faces/verify</c> (a form with <c>first</c> and <c>second</c>): each a file, or as text the id of a portrait of the store, never an address to fetch.
/// Off with <see cref="FaceOptions.Enabled"/>; nothing that is uploaded is kept.
/// </summary>
internal static class FaceEndpoints
{
    public static void MapFaces(this IEndpointRouteBuilder api)
    {
        var faces = api.MapGroup("/faces").RequireRateLimiting(new OneAtATime("faces are looked at")).AddEndpointFilter(OnlyWhereEnabledAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        faces.MapPost("/analyze", AnalyzeAsync).WithSummary("What is said of the face in a picture: attractiveness, age, gender, race, expression, each with its doubt").WithPictures("picture").Produces<AnalyzeReport>().OrOfAPortrait();
        faces.MapPost("/verify", VerifyAsync).WithSummary("Whether two pictures show one person").WithPictures("first", "second").Produces<FaceVerification>();
    }

    private static async ValueTask<object?> OnlyWhereEnabledAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<IOptions<FaceOptions>>().Value.Enabled)
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: $"faces are not looked at here: {FaceOptions.Section}:{nameof(FaceOptions.Enabled)} is off");
        }

        // Errors differ by group, and nobody should read a number without them.
        http.Response.Headers.Link = "</docs/faces.md#by-group>; rel=\"describedby\"; type=\"text/markdown\"";
        return await next(context);
    }

    private static async Task<IResult> AnalyzeAsync(HttpRequest request, FaceDesk desk)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        if (await ReadAsync(request, "picture") is not { } picture)
        {
            return Missing("picture");
        }

        if (picture.Bytes is { } bytes)
        {
            return Results.Json(await desk.AnalyzeAsync(picture.Name, bytes, cancellationToken), OutputJson.Lines.AnalyzeReport);
        }

        return await desk.FindAsync(picture.Name, cancellationToken) is { } face ? Results.Json(face, OutputJson.Lines.FaceResult) : Unknown(picture);
    }

    private static async Task<IResult> VerifyAsync(HttpRequest request, FaceDesk desk)
    {
        if (await ReadAsync(request, "first") is not { } first)
        {
            return Missing("first");
        }

        if (await ReadAsync(request, "second") is not { } second)
        {
            return Missing("second");
        }

        var (answer, unknown) = await desk.VerifyAsync(first, second, request.HttpContext.RequestAborted);
        return unknown is null ? Results.Json(answer, OutputJson.Lines.FaceVerification) : Unknown(unknown);
    }

    private static IResult Unknown(FaceSource portrait) => Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"nothing is said of a portrait {Printable.OneLine(portrait.Name)}");

    private static IResult Missing(string field) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"{field}: must be a file, or the id of a portrait, in a form ({FaceForm.MediaType})");

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // A form without its boundary, or one that ends in the middle.
            throw new BadHttpRequestException($"the form ({FaceForm.MediaType}) cannot be read: {Printable.OneLine(e.Message)}", e);
        }
    }

    private static async Task<FaceSource?> ReadAsync(HttpRequest request, string field)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        var form = await ReadFormAsync(request);
        if (form.Files[field] is { } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
            return new FaceSource(Printable.OneLine(file.FileName), bytes.ToArray());
        }

        return form[field] is [{ Length: > 0 } id] ? new FaceSource(id, Bytes: null) : null;
    }
}
