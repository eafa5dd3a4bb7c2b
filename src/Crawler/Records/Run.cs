namespace LiveQuality.Crawler.Records;

/// <summary>One execution of a command or job.</summary>
public sealed record Run : IRecord
{
    /// <summary>Start time, command, process id and a number within the process: sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>What ran: <c>crawl</c>, <c>import</c>, <c>train</c> ….</summary>
    public required string Command { get; init; }

    /// <summary>Who started it; one of <see cref="RunTriggers"/>.</summary>
    public required string Trigger { get; init; }

    /// <summary>The job of the schedule that ran, for example <c>crawl-feed</c>; null for a command that somebody typed, and in runs of old.</summary>
    public string? Job { get; init; }

    /// <summary>The times of the schedule that the run stands for, UTC, ISO 8601 with a Z: several where it was late; null where it stands for none.</summary>
    public IReadOnlyList<string>? Slots { get; init; }

    /// <summary>The process that works, so that a run that was killed is not taken for one that goes on; null in runs of old.</summary>
    public string? Owner { get; init; }

    /// <summary>Start, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End, UTC; for one that died, when that was noticed. Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its job is tried again, UTC; null where it is not, or has not failed.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Options and files it was given; never secrets.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>What it did, by name: records new, changed, unchanged ….</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>One of <see cref="RunOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it failed or was postponed, one line; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>Which fields the items of a crawl had, and which were not as before; null for other commands, and for a crawl that was stopped.</summary>
    public RunFields? Fields { get; init; }
}
