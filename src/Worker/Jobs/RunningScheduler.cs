using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Quartz's scheduler, from its start on. Who needs it may be asked before it is there.</summary>
internal sealed class RunningScheduler
{
    /// <summary>The scheduler; null before it has started.</summary>
    public IScheduler? Current { get; set; }

    /// <exception cref="ScheduleException">It has not started yet.</exception>
    public IScheduler Required => Current ?? throw new ScheduleException("the schedule has not started yet: it waits for the store, or for the database of the cluster");
}
