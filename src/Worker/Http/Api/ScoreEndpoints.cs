using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Http.Api;

/// <summary><c>POST /api/score</c>: what the champion says of a live that is given as JSON, in the form in which lives are exported; only what is known need be said. Stores nothing. Each makes the feature table of the whole store, so they come one at a time.</summary>
internal static class ScoreEndpoints
{
    // Of a live that has no id yet.
    private const string NewLive = "new";

    private static readonly JsonSerializerOptions Strict = new(RecordJson.Relaxed.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    public static void MapScore(this IEndpointRouteBuilder api) => api.MapPost("/score", ScoreAsync)
        .RequireRateLimiting(new OneAtATime("lives are scored"))
        .WithSummary("Score a live that is given as JSON").Accepts<Live>("application/json").Produces<Score>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ScoreAsync(HttpContext context, LiveScorer scorer, TimeProvider time)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, detail: "the live must be application/json");
        }

        var (live, problem) = await ReadAsync(context.Request, time.GetUtcNow());
        return live is null
            ? Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: problem)
            : Results.Json(await scorer.ScoreAsync(live, context.RequestAborted), OutputJson.Lines.Score);
    }

    private static async Task<(Live? Live, string? Problem)> ReadAsync(HttpRequest request, DateTimeOffset now)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, documentOptions: Once, cancellationToken: request.HttpContext.RequestAborted) is not JsonObject json)
            {
                return (null, "the live must be a JSON object");
            }

            json.TryAdd("id", NewLive);
            json.TryAdd("observedAt", now);
            var live = json.Deserialize<Live>(Strict)!;
            return Fault(live) is { } fault ? (null, fault) : (live, null);
        }
        catch (JsonException e)
        {
            return (null, e.Path is ['$', '.', .. var field] ? $"{field}: is no field of a live, or not of its type; see the export of lives" : "the body is no JSON, or says a thing twice");
        }
        catch (InvalidOperationException)
        {
            // How the library says that an escape is half of a surrogate pair, which only shows when the text is read.
            return (null, "the body holds half a character");
        }
    }

    private static string? Fault(Live live)
    {
        if (live.ReviewScore is < 1 or > 5)
        {
            return "reviewScore: must be from 1 to 5";
        }

        if (live.Tags?.Contains(null!) == true)
        {
            return "tags: must not hold null";
        }

        var counts = new (string Name, long? Value)[]
        {
            ("reviewCount", live.ReviewCount), ("amountFen", live.AmountFen), ("originalPriceFen", live.OriginalPriceFen), ("seatsTaken", live.SeatsTaken), ("seatsMax", live.SeatsMax), ("likedNum", live.LikedNum),
            ("durationSeconds", live.DurationSeconds), ("speakerMessageCount", live.SpeakerMessageCount), ("replyMessageCount", live.ReplyMessageCount), ("attachmentCount", live.AttachmentCount),
        };
        return counts.FirstOrDefault(count => count.Value < 0) is { Name: { } name } ? $"{name}: must not be negative" : null;
    }
}
