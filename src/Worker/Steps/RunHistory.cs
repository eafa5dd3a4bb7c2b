using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>What ran before.</summary>
internal static class RunHistory
{
    // More than a month of the default schedule: what matters to the next run is among them.
    public const int MostRuns = 1_000;

    /// <summary>The latest runs, the newest first.</summary>
    public static IAsyncEnumerable<Run> ReadRunsAsync(this IRecordStore store, CancellationToken cancellationToken) => store.ReadRunsAsync(MostRuns, cancellationToken);

    /// <inheritdoc cref="ReadRunsAsync(IRecordStore, CancellationToken)"/>
    /// <param name="store">Where they are.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IAsyncEnumerable<Run> ReadRunsAsync(this IRecordStore store, int most, CancellationToken cancellationToken) =>
        store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = most }, cancellationToken);

    /// <summary>Whether it seems to go on, and its process has died on this machine: a killed process cannot note its own end.</summary>
    public static bool HasDiedHere(this Run run) => run is { Outcome: RunOutcomes.Running, Owner: { } owner } && LeaseOwner.IsDeadHere(owner);

    /// <summary>The run with the end that it could not note itself.</summary>
    public static Run WithItsEnd(this Run run) => run.HasDiedHere() ? run with { Outcome = RunOutcomes.Died } : run;
}
