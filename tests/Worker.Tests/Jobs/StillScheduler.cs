using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>A real scheduler with the jobs of the schedule that does not run: what is started stays in it to be looked at.</summary>
internal sealed class StillScheduler : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IScheduler _scheduler;

    private StillScheduler(ServiceProvider services, IScheduler scheduler) => (_services, _scheduler) = (services, scheduler);

    /// <summary>Makes it the scheduler of a world.</summary>
    public static async Task<StillScheduler> CreateAsync(JobWorld world, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().AddQuartz(quartz => quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = $"still-{Guid.NewGuid():N}")).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await new JobTriggers(Options.Create(world.Schedule), Options.Create(new FaceOptions()), world.Time).PutAsync(scheduler, cancellationToken);
        world.Scheduler.Current = scheduler;
        return new StillScheduler(services, scheduler);
    }

    /// <summary>What was started out of turn: job, why, times.</summary>
    public async Task<List<string>> StartedAsync(CancellationToken cancellationToken)
    {
        var started = new List<string>();
        foreach (var job in JobCatalog.All)
        {
            var triggers = await _scheduler.GetTriggersOfJob(new JobKey(job.Name), cancellationToken);
            started.AddRange(triggers.Where(trigger => trigger.Key.Group != RunTriggers.Schedule).Select(trigger => $"{job.Name} {trigger.JobDataMap[JobStarter.TriggerKey]} {trigger.JobDataMap[JobStarter.SlotsKey]}"));
        }

        return started;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
