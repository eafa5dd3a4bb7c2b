using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>What the frontier's steps do to one item, the same in both houses.</summary>
internal static class FrontierSteps
{
    /// <summary>
    /// An item that was leased so often in a row and never completed kills its workers, and fails. By <see cref="SuspectAfter"/> it was in the hand of
    /// some of them alone, so it is no innocent that was only leased beside the one that kills; and a machine that is switched off while it works is
    /// rarely so five times at the same page.
    /// </summary>
    public const int MostAbandoned = 5;

    /// <summary>An item abandoned so often is handed out alone. Not the first time: then every stop would be followed by single leases.</summary>
    public const int SuspectAfter = 2;

    /// <summary>What is noted of an item that failed for <see cref="MostAbandoned"/>.</summary>
    public static string GivenUp { get; } = $"given up after {MostAbandoned} leases that nobody completed";

    /// <returns>The item to write, or null where the known one stays as it is.</returns>
    public static FrontierItem? Add(FrontierItem? known, FrontierItem item)
    {
        var due = item.DueAt.ToUniversalTime();
        switch (known?.State)
        {
            case null:
                return item with { DueAt = due };

            // A page that its worker fetches in the same breath as the one that named it: nobody else is to have it meanwhile.
            case not FrontierState.Leased when item.Owner is not null && !(known.FinishedAt >= due):
                return Again(known, due) with
                {
                    State = item.State,
                    Owner = item.Owner,
                    LeasedUntil = item.LeasedUntil,
                    Fence = known.Fence + 1,
                    Priority = item.Priority,
                    Walk = item.Walk,
                };

            case FrontierState.Waiting when known.Walk is null && item.Walk is not null:
                return known with { DueAt = due < known.DueAt ? due : known.DueAt, Priority = Math.Min(known.Priority, item.Priority), Walk = item.Walk };

            case FrontierState.Waiting when due < known.DueAt:
                return known with { DueAt = due, Priority = Math.Min(known.Priority, item.Priority), Walk = item.Walk };

            case FrontierState.Waiting when item.Priority < known.Priority:
                return known with { Priority = item.Priority };

            case FrontierState.Done or FrontierState.Failed when known.FinishedAt < due:
                return Again(known, due) with { Priority = item.Priority, Walk = item.Walk };

            default:
                return null;
        }
    }

    /// <summary>Whether a write made an item wait that did not.</summary>
    public static bool IsQueued(FrontierItem? known) => known?.State != FrontierState.Waiting;

    /// <summary>Whether so many workers lost an item that the next one is not to have it.</summary>
    public static bool IsHopeless(FrontierItem item) => AbandonedSoFar(item) >= MostAbandoned;

    public static FrontierItem GiveUp(FrontierItem item, DateTimeOffset now) => Finish(
        item with { State = FrontierState.Failed, Outcome = GivenUp, Fence = item.Fence + 1, Abandoned = AbandonedSoFar(item) }, now);

    /// <summary>The first <paramref name="count"/> of what is due in the order of <see cref="IFrontier.LeaseAsync"/>, or fewer for the sake of a suspect.</summary>
    public static List<FrontierItem> Choose(IEnumerable<FrontierItem> due, int count)
    {
        var ordered = due.OrderBy(i => i.Priority).ThenBy(i => i.DueAt).ThenBy(i => i.Id, StringComparer.Ordinal).Take(count).ToList();
        var suspect = ordered.FindIndex(i => AbandonedSoFar(i) >= SuspectAfter);
        return suspect < 0 ? ordered : ordered[..Math.Max(suspect, 1)];
    }

    public static FrontierItem Lease(FrontierItem item, string owner, DateTimeOffset until) => item with
    {
        State = FrontierState.Leased,
        Owner = owner,
        LeasedUntil = until,
        Fence = item.Fence + 1,
        Attempts = item.Attempts + 1,
        Abandoned = AbandonedSoFar(item),
    };

    /// <summary>Ends a lease without an outcome.</summary>
    public static FrontierItem Release(FrontierItem item) =>
        item with { State = FrontierState.Waiting, Owner = null, LeasedUntil = null, Abandoned = item.Abandoned + 1 };

    /// <returns>The item to write; null where <paramref name="given"/> comes too late, or ahead of somebody who has it in hand.</returns>
    public static FrontierItem? Complete(FrontierItem? known, FrontierItem given, DateTimeOffset now)
    {
        var isHeld = known?.State == FrontierState.Leased && known.Fence == given.Fence && (given.Fence > 0 || known.Owner == given.Owner);
        var done = given with { DueAt = given.DueAt.ToUniversalTime(), Abandoned = 0 };
        if (isHeld)
        {
            var isGivenBack = given.State == FrontierState.Waiting && given.Outcome == known!.Outcome && Last(given) == Last(known);
            return isGivenBack
                ? known! with { State = FrontierState.Waiting, DueAt = done.DueAt, Owner = null, LeasedUntil = null } // Nothing was asked.
                : Finish(done, now);
        }

        var isAhead = given.Fence == 0 && (known is not { State: FrontierState.Leased } || known.LeasedUntil <= now || known.Owner == given.Owner);
        return isAhead
            ? Finish(done with { Fence = (known?.Fence ?? 0) + 1, History = Together(known?.History, given.History) }, now)
            : null;
    }

    /// <summary>A finished item, to be fetched again; what is known of it stays.</summary>
    public static FrontierItem Again(FrontierItem item, DateTimeOffset dueAt) =>
        item with { State = FrontierState.Waiting, DueAt = dueAt, Attempts = 0, Abandoned = 0 };

    /// <summary>Whether the last fetch of an item was this run's; any item where no run is asked for.</summary>
    public static bool IsOfRun(FrontierItem item, string? runId) => runId is null || Last(item)?.RunId == runId;

    private static Visit? Last(FrontierItem item) => item.History is [.., var last] ? last : null;

    // Who fetched ahead of the queue does not know what came before.
    private static List<Visit>? Together(IReadOnlyList<Visit>? before, IReadOnlyList<Visit>? now) =>
        before is null && now is null ? null : [.. (before ?? []).Concat(now ?? []).TakeLast(FrontierItem.LongestHistory)];

    // A lease that ran out is one more that nobody completed.
    private static int AbandonedSoFar(FrontierItem item) => item.State == FrontierState.Leased ? item.Abandoned + 1 : item.Abandoned;

    private static FrontierItem Finish(FrontierItem item, DateTimeOffset now) => item with { Owner = null, LeasedUntil = null, FinishedAt = now };
}
