using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Jobs;

/// <summary>Notes the end of runs that could not note it themselves: their process was killed, or their machine.</summary>
internal sealed class DeadRuns(IRecordStore store, TimeProvider time)
{
    /// <param name="isDead">Which of the runs that seem to be running are not.</param>
    /// <param name="cancellationToken">Stops before a write.</param>
    /// <returns>Those that died, the newest first.</returns>
    public async Task<IReadOnlyList<Run>> CloseAsync(Func<Run, bool> isDead, CancellationToken cancellationToken)
    {
        var died = await store.ReadRunsAsync(cancellationToken).Where(run => run.Outcome == RunOutcomes.Running && isDead(run)).Select(run => run with { Outcome = RunOutcomes.Died, EndedAt = time.GetUtcNow() }).ToListAsync(cancellationToken);
        await store.UpsertAsync(Collections.Runs, died, cancellationToken);
        return died;
    }
}
