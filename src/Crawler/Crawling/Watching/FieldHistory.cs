using System.Runtime.CompilerServices;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Earlier crawls that counted fields, newest first.</summary>
internal static class FieldHistory
{
    // Trainings and scorings lie between the crawls; more than a year of both, daily.
    private const int MostRuns = 1_000;

    public static async IAsyncEnumerable<Run> ReadAsync(IRecordStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = MostRuns }, cancellationToken))
        {
            if (run.Fields is not null)
            {
                yield return run;
            }
        }
    }
}
