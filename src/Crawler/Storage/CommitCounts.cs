namespace LiveQuality.Crawler.Storage;

/// <summary>What <see cref="IRecordStore.CommitAsync"/> did.</summary>
/// <param name="Lives">Lives added, changed and known.</param>
/// <param name="Reviews">The same of reviews.</param>
/// <param name="Speakers">The same of speakers.</param>
/// <param name="Portraits">The same of portraits.</param>
/// <param name="Quarantine">The same of quarantined payloads.</param>
/// <param name="Queued">Addresses that wait now and did not before.</param>
/// <param name="Completed">Outcomes that were accepted; the rest belongs to somebody else by now.</param>
public sealed record CommitCounts(
    UpsertCounts Lives, UpsertCounts Reviews, UpsertCounts Speakers, UpsertCounts Portraits, UpsertCounts Quarantine, int Queued, int Completed);
