namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>What became of an item.</summary>
/// <param name="Item">What was planned.</param>
/// <param name="End">How it ended; null in a dry run.</param>
/// <param name="Why">One line where it did not go well.</param>
internal sealed record BackfillOutcome(BackfillItem Item, JobEnd? End, string? Why);
