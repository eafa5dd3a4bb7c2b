using System.Data.Common;
using System.Net.Sockets;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Starts the schedule once the store and, in a cluster, its database answer, however long that takes; and ends it with the service, jobs first.</summary>
/// <remarks>Quartz's own hosted service would end the process where the database is not there yet.</remarks>
internal sealed partial class JobScheduler(
    ISchedulerFactory factory, RunningScheduler running, JobTriggers triggers, JobsAtStart atStart, StoreGate gate, IHostApplicationLifetime lifetime, IOptions<ScheduleOptions> options, TimeProvider time, ILogger<JobScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ILogger _logger = logger;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first sign of the end, before requests are waited for: jobs get all the time there is.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            // Not before the service listens: one whose address is taken does not begin anything.
            await ServiceStartedAsync(ending.Token);
            await StartSchedulerAsync(ending.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The service ends. Jobs are told to stop (ShutdownJobInterruption), do so between two batches, and are waited for.
            await (running.Current?.Shutdown(waitForJobsToComplete: true, CancellationToken.None) ?? ValueTask.CompletedTask);
        }
    }

    private async Task ServiceStartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private async Task StartSchedulerAsync(CancellationToken cancellationToken)
    {
        string? lastProblem = null;
        for (var pause = FirstPause; ; pause = Backoff.After(pause, LongestPause))
        {
            await gate.WaitAsync(cancellationToken);
            IScheduler? scheduler = null;
            try
            {
                await AskDatabaseAsync(cancellationToken);
                scheduler = await factory.GetScheduler(cancellationToken);
                await triggers.PutAsync(scheduler, cancellationToken);
                await scheduler.Start(cancellationToken);
                running.Current = scheduler;
                await atStart.StartAsync(cancellationToken);
                return;
            }
            // A scheduler that failed while it was made or started is dead for good, and so is the service: whoever runs it starts it again.
            catch (Exception e) when (e is DbException or SocketException or StoreException || (e is SchedulerException && scheduler is { Status: not SchedulerStatus.Shutdown }))
            {
                // The innermost says what is wrong, the outer ones where in Quartz it was met. Once a change, however often it is tried.
                var problem = e.GetBaseException().Message;
                if (problem != lastProblem)
                {
                    Log.NotStarted(_logger, problem);
                }

                lastProblem = problem;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    // Before Quartz does, which has but one try.
    private async Task AskDatabaseAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Cluster is { } cluster)
        {
            await using var connection = new NpgsqlConnection(cluster);
            await connection.OpenAsync(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "the schedule does not start yet: {Problem}; it is tried until it does")]
        public static partial void NotStarted(ILogger logger, string problem);
    }
}
