using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>What the frontier's steps do to one item, the same in both houses.</summary>
internal static class FrontierSteps
{
    /// <returns>The item to write, or null where the known one stays as it is.</returns>
    public static FrontierItem? Add(FrontierItem? known, FrontierItem item)
    {
        if (known is null)
        {
            return item;
        }

        var finished = known.State is FrontierState.Done or FrontierState.Failed;
        return finished && known.FinishedAt < item.DueAt
            ? known with { State = FrontierState.Waiting, DueAt = item.DueAt, Priority = item.Priority, Attempts = 0 }
            : null;
    }

    public static FrontierItem Lease(FrontierItem item, string owner, DateTimeOffset until) => item with
    {
        State = FrontierState.Leased,
        Owner = owner,
        LeasedUntil = until,
        Fence = item.Fence + 1,
        Attempts = item.Attempts + 1,
    };

    /// <summary>Whether the lease that <paramref name="given"/> came with is still the current one.</summary>
    public static bool Holds(FrontierItem given, FrontierItem current) => current.State == FrontierState.Leased && current.Fence == given.Fence;

    public static FrontierItem Complete(FrontierItem item, DateTimeOffset now) => item with { Owner = null, LeasedUntil = null, FinishedAt = now };
}
