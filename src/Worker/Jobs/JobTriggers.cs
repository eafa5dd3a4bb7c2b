using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Puts jobs and their times into Quartz as the options say; a cluster's database may hold those of an earlier start.</summary>
internal sealed class JobTriggers(IOptions<ScheduleOptions> options, IOptions<FaceOptions> faces, TimeProvider time)
{
    // Both threads of a machine may be busy when a time comes, or wait for the store: what is late by less has not been missed.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public async Task PutAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        JobDefinition[] jobs = [.. JobCatalog.For(faces.Value)];
        foreach (var job in JobCatalog.All.Except(jobs))
        {
            await scheduler.DeleteJob(new JobKey(job.Name), cancellationToken);
        }

        foreach (var job in jobs)
        {
            await scheduler.AddJob(
                JobBuilder.Create<StepJob>().WithIdentity(job.Name).StoreDurably().DisallowConcurrentExecution().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);
            await PutTriggerAsync(scheduler, job, cancellationToken);
        }
    }

    private async Task PutTriggerAsync(IScheduler scheduler, JobDefinition job, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(job.Name, RunTriggers.Schedule);
        var cron = job.Cron(options.Value);
        if (!job.IsOn(options.Value))
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
            return;
        }

        // One that is there already knows what it has missed.
        if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger known && known.CronExpressionString == cron && known.RetryPolicy == options.Value.RetryPolicy)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(key)
            .ForJob(job.Name)
            .WithSchedule(CronScheduleBuilder.Create(ShanghaiCron.Parse(cron)).WithMisfireInstruction(job.Misfire))
            .WithMisfireThreshold(Late)
            .WithRetryPolicy(options.Value.RetryPolicy)
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
