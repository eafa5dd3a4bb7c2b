using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>Runs what the planner found, one after the other.</summary>
internal sealed class Backfill(IServiceScopeFactory scopes)
{
    /// <param name="items">The plan.</param>
    /// <param name="cancellationToken">Stops between two batches of a step.</param>
    public async IAsyncEnumerable<BackfillOutcome> RunAsync(IReadOnlyList<BackfillItem> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var outcome = await RunAsync(item, cancellationToken);
            yield return new BackfillOutcome(item, outcome.End, outcome.Why);
        }
    }

    // One that fails must not keep the others from running; its run says why.
    private async Task<JobOutcome> RunAsync(BackfillItem item, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RunOrigin>().Set(item.Job, RunTriggers.Backfill, item.Slots);
        try
        {
            return await JobCatalog.Find(item.Job).CallAsync(scope.ServiceProvider, cancellationToken);
        }
        catch (StoreException e)
        {
            return new JobOutcome(JobEnd.Failed, e.Message);
        }
    }
}
