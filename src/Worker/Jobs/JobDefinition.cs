using System.Diagnostics.CodeAnalysis;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Worker.Steps;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>One job of the schedule.</summary>
/// <param name="Name">One of <see cref="JobNames"/>.</param>
/// <param name="Key">Its key in the section <c>Schedule</c>.</param>
/// <param name="Cron">When; empty where it is off.</param>
/// <param name="Misfire">What becomes of times at which it could not run: the service was down, or busy.</param>
/// <param name="RunAsync">The step, called with the services of a scope.</param>
internal sealed record JobDefinition(
    string Name, string Key, Func<ScheduleOptions, string> Cron, CronTriggerMisfireInstruction Misfire, Func<IServiceProvider, CancellationToken, Task<JobOutcome>> RunAsync)
{
    /// <summary>Whether it runs by itself: by its time, after another job, or to make up for something. One that is off runs when somebody asks for it.</summary>
    public bool IsOn(ScheduleOptions options) => Cron(options).Length > 0;

    /// <summary>Calls the step. Whatever it throws is an outcome of the job, but that it was stopped and that the store does not do its part.</summary>
    /// <param name="services">Of a scope.</param>
    /// <param name="cancellationToken">Stops it between two batches.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a step throws is a failure of its job, noted by the journal, and never the end of the service.")]
    public async Task<JobOutcome> CallAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(services, cancellationToken);
        }
        catch (Exception e) when (e is BrokenFieldsException or MiningException)
        {
            // It would be the same in a minute: a person must look, or a crawl bring more.
            return new JobOutcome(JobEnd.Refused, e.Message);
        }
        catch (Exception e) when (e is not StoreException && !cancellationToken.IsCancellationRequested)
        {
            return new JobOutcome(JobEnd.Failed, e.Message);
        }
    }
}
