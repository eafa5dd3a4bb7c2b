namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>What a backfill did, or would do.</summary>
/// <param name="From">First time, UTC.</param>
/// <param name="To">End, UTC; not itself part of it.</param>
/// <param name="Items">In the order in which they run.</param>
internal sealed record BackfillReport(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<BackfillOutcome> Items);
