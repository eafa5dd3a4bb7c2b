using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http.Api;

/// <summary>What ran, what runs when, and a job out of turn.</summary>
internal static class RunEndpoints
{
    private const int MaxLimit = 1000;

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs", RunsAsync).WithSummary("Runs, the newest first").Produces<Page<Run>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/runs/{id}", RunAsync).WithSummary("A run, with the fields that a crawl met").Produces<Run>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/runs", StartAsync).WithSummary("Start a job out of turn").Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/jobs", JobsAsync).WithSummary("The schedule, and how far its jobs are").Produces<JobDocument>();
    }

    private static async Task<IResult> RunsAsync(RunReader runs, string? command, string? outcome, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var most = RunReader.PageSize;
        if (limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is > 0 and <= MaxLimit))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"limit: '{Printable.OneLine(limit)}' must be a whole number from 1 to {MaxLimit}");
        }

        var page = await runs.ReadAsync(command, outcome, cursor, most, cancellationToken);
        // The counts of every field are for who asks for one run.
        return TaggedJson.Of(new Page<Run>([.. page.Runs.Select(run => run with { Fields = null })], page.Next), OutputJson.Lines.PageRun);
    }

    private static async Task<IResult> RunAsync(string id, IRecordStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(Collections.Runs, id, cancellationToken) is { } run
            ? TaggedJson.Of(run, OutputJson.Lines.Run)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"there is no run {Printable.OneLine(id)}");

    private static async Task<IResult> StartAsync(RunOrder order, IOptions<FaceOptions> faces, JobStarter starter, CancellationToken cancellationToken)
    {
        var names = JobCatalog.For(faces.Value).Select(job => job.Name).ToList();
        if (order.Job is null || !names.Contains(order.Job))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"job: '{Printable.OneLine(order.Job ?? string.Empty)}' must be {string.Join(", ", names)}");
        }

        await starter.StartAsync(order.Job, RunTriggers.Api, [], cancellationToken);
        // It has no run yet: it may have to wait for its turn.
        return Results.Accepted("/api/jobs");
    }

    private static async Task<IResult> JobsAsync(JobReader jobs, JobProgress progress, CancellationToken cancellationToken) => TaggedJson.Of(
        new JobDocument(await jobs.ReadAsync(cancellationToken), [.. progress.Current.Select(step => new StepState(step.Title, step.Progress.Done, step.Progress.Total, step.Progress.Note ?? string.Empty))]),
        OutputJson.Lines.JobDocument);
}
