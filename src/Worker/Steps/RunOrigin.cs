using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps;

/// <summary>Why the run of this scope runs. A command that somebody typed unless it is set, which a job does once, before its step.</summary>
internal sealed class RunOrigin
{
    /// <summary>One of <see cref="RunTriggers"/>.</summary>
    public string Trigger { get; private set; } = RunTriggers.Command;

    /// <summary>The job; null for a command.</summary>
    public string? Job { get; private set; }

    /// <summary>Times of the schedule that the run stands for.</summary>
    public IReadOnlyList<DateTimeOffset> Slots { get; private set; } = [];

    /// <exception cref="InvalidOperationException">It was set before.</exception>
    public void Set(string job, string trigger, IReadOnlyList<DateTimeOffset> slots)
    {
        if (Job is not null)
        {
            throw new InvalidOperationException($"this is a run of {Job} already");
        }

        (Job, Trigger, Slots) = (job, trigger, slots);
    }
}
