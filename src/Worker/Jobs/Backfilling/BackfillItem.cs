namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>One run of a backfill. Every step goes on from what is in the store, so that one run stands for all the times of its job.</summary>
/// <param name="Job">One of <see cref="JobNames"/>.</param>
/// <param name="Slots">The times that it stands for, UTC, the earliest first.</param>
internal sealed record BackfillItem(string Job, IReadOnlyList<DateTimeOffset> Slots);
