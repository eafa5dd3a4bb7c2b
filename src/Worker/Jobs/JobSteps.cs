using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Models;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs;

/// <summary>What each job does: it calls the step that the command calls.</summary>
internal static class JobSteps
{
    public static async Task<JobOutcome> CrawlFeedAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Of(await services.GetRequiredService<CrawlStep>().RunAsync(new CrawlRequest(Source(services)), cancellationToken), services);

    public static async Task<JobOutcome> RefreshReviewsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var source = Source(services);
        if (source.Kind != CrawlSourceKind.Network)
        {
            return new JobOutcome(JobEnd.Idle, "a recording never changes");
        }

        // Else it would wait for its turn with the site, and take a place that others want.
        var crawl = await services.GetRequiredService<IRecordStore>().ReadRunsAsync(cancellationToken).FirstOrDefaultAsync(run => run.Command == RunCommands.Crawl, cancellationToken);
        return crawl is { Outcome: RunOutcomes.Running, Job: JobNames.CrawlFeed }
            ? new JobOutcome(JobEnd.Idle, $"{crawl.Id} is under way, and fetches what is due as well")
            : Of(await services.GetRequiredService<CrawlStep>().RunAsync(new CrawlRequest(source) { DueOnly = true }, cancellationToken), services);
    }

    public static async Task<JobOutcome> ScorePortraitsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // A cluster's database may still hold the time of a job that has been switched off since.
        if (!services.GetRequiredService<IOptions<FaceOptions>>().Value.Enabled)
        {
            return new JobOutcome(JobEnd.Idle, $"{FaceOptions.Section}:{nameof(FaceOptions.Enabled)} is false");
        }

        var source = Source(services);
        var report = await services.GetRequiredService<PortraitStep>().RunAsync(source, cancellationToken);
        return JobOutcome.Of(report) with { Findings = Findings.Of(report, source.Site, Today(services)) };
    }

    public static async Task<JobOutcome> RetrainAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<JobChain>().WhyNotRetrainAsync(cancellationToken) is { } why)
        {
            await services.GetRequiredService<RunJournal>().PostponeAsync(RunCommands.Train, why);
            return new JobOutcome(JobEnd.Postponed, why);
        }

        var report = await services.GetRequiredService<TrainStep>().RunAsync(acceptBrokenFields: false, cancellationToken);
        return JobOutcome.Done with { Findings = Findings.Of(report) };
    }

    public static async Task<JobOutcome> RescoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ModelRegistry>().FindChampionAsync(cancellationToken) is not { } champion)
        {
            return new JobOutcome(JobEnd.Idle, "there is no champion yet");
        }

        await services.GetRequiredService<ScoreStep>().RunAsync(champion.Id, reasons: true, cancellationToken);
        return JobOutcome.Done;
    }

    public static async Task<JobOutcome> ReportAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        return JobOutcome.Done with { Findings = Findings.Of(await services.GetRequiredService<ReportStep>().RunAsync(cancellationToken)) };
    }

    public static async Task<JobOutcome> CompactAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<CompactStep>().RunAsync(cancellationToken);
        return JobOutcome.Done;
    }

    private static JobOutcome Of(CrawlReport report, IServiceProvider services) =>
        JobOutcome.Of(report) with { Findings = Findings.Of(report, Today(services)) };

    private static DateOnly Today(IServiceProvider services) => ShanghaiCron.Day(services.GetRequiredService<TimeProvider>().GetUtcNow());

    // Checked when the service started.
    private static CrawlSource Source(IServiceProvider services) =>
        CrawlSource.TryParse(services.GetRequiredService<IOptions<ScheduleOptions>>().Value.Source, CrawlStep.SamplePath, out var source, out var problem) ? source : throw new InvalidOperationException(problem);
}
