using System.Runtime.CompilerServices;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>What ran before.</summary>
internal static class RunHistory
{
    // More than a month of the default schedule: what matters to the next run is among them.
    private const int MostRuns = 1_000;

    /// <summary>The latest runs, the newest first.</summary>
    public static async IAsyncEnumerable<Run> ReadRunsAsync(this IRecordStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = MostRuns }, cancellationToken))
        {
            yield return run;
        }
    }
}
