using LiveQuality.Worker.Http.Health;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Registration of the schedule.</summary>
internal static class JobServices
{
    // One long crawl, and beside it one that computes: a machine is slower at three things than at one after another.
    private const int AtOnce = 2;

    // A machine that is silent for longer than both is taken for dead, and another one takes over: a training may keep one from its timers for seconds.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <param name="services">Gets the schedule.</param>
    /// <param name="cluster">What <c>Schedule:Cluster</c> says; null for one machine.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, string? cluster)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.ShutdownJobInterruption) = ("livequality", ShutdownJobInterruption.Always));
            quartz.UseDefaultThreadPool(AtOnce);
            if (cluster is not null)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(cluster);
                    store.ProvisionSchema();
                    store.UseClustering(clustering => (clustering.CheckinInterval, clustering.CheckinMisfireThreshold) = (CheckIn, Silence));
                    // A machine that is stopped in the middle of a job hands it over.
                    store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
                });
            }
        });
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsConsistency>();
        services.AddHealthChecks().AddCheck<SchedulerHealth>("scheduler", tags: [HealthEndpoints.Ready]);
        return services
            .AddSingleton<RunningScheduler>()
            .AddSingleton<JobTriggers>()
            .AddSingleton<DeadRuns>()
            .AddSingleton<JobStarter>()
            .AddSingleton<JobReader>()
            .AddSingleton<JobRunner>()
            .AddSingleton<JobsAtStart>()
            .AddSingleton<JobProgress>()
            .AddSingleton<IProgressView>(provider => provider.GetRequiredService<JobProgress>())
            .AddSingleton<NoticeBoard>()
            .AddSingleton<Webhook>()
            .AddHostedService<NoticeSender>()
            .AddHostedService<LastRuns>()
            .AddHostedService<JobScheduler>();
    }
}
