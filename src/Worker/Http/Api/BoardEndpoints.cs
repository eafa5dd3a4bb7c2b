using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Api;

/// <summary><c>/api/lives</c> and <c>/api/scores</c>: lists of lives, filtered, sorted and paged as <see cref="LiveQueryParser"/> says; scores also as CSV, NDJSON and Parquet, then all that match unless a limit is given.</summary>
internal static class BoardEndpoints
{
    private const string Sort = "sort";
    private const string LatestFirst = "-start";

    public static void MapBoard(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lives", (HttpContext context, BoardKeeper board) => ListAsync(context, board, scoredOnly: false))
            .WithSummary("Lives, the latest first").WithListParameters().Produces<LivePage>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/scores", (HttpContext context, BoardKeeper board) => ListAsync(context, board, scoredOnly: true))
            .WithSummary("Lives that have a score, the best first").WithListParameters()
            .Produces<LivePage>(StatusCodes.Status200OK, ListFormat.Json.MediaType, [.. ListFormat.All.Select(format => format.MediaType)])
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    private static async Task<IResult> ListAsync(HttpContext context, BoardKeeper keeper, bool scoredOnly)
    {
        var request = context.Request;
        var asked = request.Query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? string.Empty)).ToList();
        if (!scoredOnly && !request.Query.ContainsKey(Sort))
        {
            asked.Add(KeyValuePair.Create(Sort, LatestFirst));
        }

        if (!LiveQueryParser.TryParse(asked, out var query, out var problem))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: problem.ToString());
        }

        if (!ListFormat.TryNegotiate(request, scoredOnly, out var format))
        {
            return Results.Problem(statusCode: StatusCodes.Status406NotAcceptable, detail: $"Accept: there are {string.Join(", ", ListFormat.All.Select(one => one.MediaType))}");
        }

        var kept = await keeper.GetAsync(context.RequestAborted);
        var board = kept.Board;
        context.Response.GetTypedHeaders().LastModified = kept.ReadAt;
        context.Response.Headers.Vary = "Accept";
        // The same program, address, format and board give the same bytes: no need to make them in order to know that.
        if (Tags.IsKnown(context, $"\"{board.Version}-{Tags.Program}-{format.Name}\""))
        {
            return Results.Empty;
        }

        query = query with { ScoredOnly = scoredOnly || query.ScoredOnly, Limit = format != ListFormat.Json && !request.Query.ContainsKey(LiveQueryParser.Limit) ? int.MaxValue : query.Limit };
        var page = board.Read(query);
        if (page.NextCursor is { } cursor)
        {
            // For formats without an envelope (RFC 8288).
            context.Response.Headers.Link = $"<{request.Path}{QueryString.Create(request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)).Append(KeyValuePair.Create("cursor", (string?)cursor)))}>; rel=\"next\"";
        }

        return format == ListFormat.Json
            ? Results.Json(page, OutputJson.Lines.LivePage)
            : Results.Stream(output => format.WriteAsync(page.Items, output, context.RequestAborted), format.MediaType);
    }
}
