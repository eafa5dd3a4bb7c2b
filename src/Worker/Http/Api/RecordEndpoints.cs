using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Models;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Api;

/// <summary>One live, one speaker, models, and how good data and scores are: what the pages show, as JSON.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lives/{id}", LiveAsync).WithSummary("A live: record, history, score with interval and reasons").Produces<LiveDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/speakers/{id}", SpeakerAsync).WithSummary("A speaker and their lives").Produces<SpeakerDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/models", ModelsAsync).WithSummary("Models, the newest first").Produces<Page<ModelSummary>>();
        api.MapGet("/models/{id}", ModelAsync).WithSummary("A model with its manifest").Produces<ModelDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/drift", DriftAsync).WithSummary("Whether lives have moved since the champion was trained").Produces<DriftDocument>();
        api.MapGet("/quality", QualityAsync).WithSummary("Coverage of the site's fields, and quarantine by rule").Produces<QualityView>();
    }

    private static async Task<IResult> LiveAsync(string id, LiveReader lives, ModelReader models, CancellationToken cancellationToken)
    {
        if (await lives.FindAsync(id, cancellationToken) is not { } found)
        {
            return Missing("live", id);
        }

        var model = found.Score is { } score ? (await models.ReadAsync(cancellationToken)).FirstOrDefault(one => one.Summary.Id == score.ModelId)?.Summary : null;
        return TaggedJson.Of(new LiveDocument(found.Live, found.Speaker, found.Score, model, found.Observations, found.Ratings), OutputJson.Lines.LiveDocument);
    }

    private static async Task<IResult> SpeakerAsync(string id, SpeakerReader speakers, CancellationToken cancellationToken) =>
        await speakers.FindAsync(id, cancellationToken) is { } found
            ? TaggedJson.Of(new SpeakerDocument(found.Speaker, [.. found.Lives.Select(live => ScoredLive.Of(live))], found.Face is { } face ? face with { Embedding = null } : null), OutputJson.Lines.SpeakerDocument)
            : Missing("speaker", id);

    private static async Task<IResult> ModelsAsync(ModelReader models, CancellationToken cancellationToken) =>
        TaggedJson.Of(new Page<ModelSummary>([.. (await models.ReadAsync(cancellationToken)).Select(model => model.Summary)], NextCursor: null), OutputJson.Lines.PageModelSummary);

    private static async Task<IResult> ModelAsync(string id, ModelReader models, CancellationToken cancellationToken) =>
        (await models.ReadAsync(cancellationToken)).FirstOrDefault(model => model.Summary.Id == id) is { } found
            ? TaggedJson.Of(ModelDocument.Of(found.Summary, found.Manifest), OutputJson.Lines.ModelDocument)
            : Missing("model", id);

    private static async Task<IResult> DriftAsync(DriftReader drift, CancellationToken cancellationToken) => TaggedJson.Of(new DriftDocument(await drift.ReadAsync(cancellationToken)), OutputJson.Lines.DriftDocument);

    private static async Task<IResult> QualityAsync(QualityReader quality, CancellationToken cancellationToken) => TaggedJson.Of(await quality.ReadAsync(cancellationToken), OutputJson.Lines.QualityView);

    private static IResult Missing(string what, string id) => Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"there is no {what} {Printable.OneLine(id)}");
}
