using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>Cleans quarantined payloads again, after a rule has changed. What passes now becomes a record; the rest stays.</summary>
internal sealed class ReplayStep(IRecordStore store, RunJournal journal)
{
    public Task<ReplayReport> RunAsync(CancellationToken cancellationToken) =>
        journal.RecordAsync(RunCommands.Replay, new Dictionary<string, string>(), ReplayAsync, cancellationToken);

    private async Task<ReplayReport> ReplayAsync(CancellationToken cancellationToken)
    {
        var entries = new List<QuarantineEntry>();
        await foreach (var entry in store.ReadAsync(Collections.Quarantine, new Query<QuarantineEntry>(), cancellationToken))
        {
            entries.Add(entry);
        }

        var released = 0;
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Cleaner.Replay(entry);
            if (batch.Quarantine.Count == 0)
            {
                await ReleaseAsync(entry, batch, cancellationToken);
                released++;
            }
        }

        return new ReplayReport(entries.Count, released, entries.Count - released);
    }

    // The record first: a crash in between leaves both, and the next replay mends it.
    private async Task ReleaseAsync(QuarantineEntry entry, CleanBatch batch, CancellationToken cancellationToken)
    {
        await store.UpsertAsync(Collections.Lives, batch.Lives, cancellationToken);
        await store.UpsertAsync(Collections.Speakers, batch.Speakers, cancellationToken);
        await store.UpsertAsync(Collections.Reviews, batch.Reviews, cancellationToken);
        await store.UpsertAsync(Collections.Portraits, batch.Portraits, cancellationToken);
        await store.DeleteAsync(Collections.Quarantine, entry.Id, cancellationToken);
    }
}
