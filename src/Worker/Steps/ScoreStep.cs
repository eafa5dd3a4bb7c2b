using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Steps;

/// <summary>From a model and the feature table to a score for every live.</summary>
internal sealed class ScoreStep(FeatureStep features, Scorer scorer, ModelRegistry registry, IRecordStore store, RunJournal journal, IProgressView view)
{
    private const int BatchSize = 1000;

    /// <param name="modelId">The model; null for the champion.</param>
    /// <param name="reasons">Whether each score says why.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="MiningException">There is no such model, or nothing to score.</exception>
    public async Task<ScoreReport> RunAsync(string? modelId, bool reasons, CancellationToken cancellationToken)
    {
        var model = await registry.FindAsync(modelId, cancellationToken);
        var inputs = new Dictionary<string, string> { ["model"] = model.Id, ["reasons"] = reasons ? "true" : "false" };
        return await journal.RecordAsync(RunCommands.Score, inputs, token => ScoreAsync(model, reasons, token), cancellationToken);
    }

    private Task<ScoreReport> ScoreAsync(ModelRecord model, bool reasons, CancellationToken cancellationToken) => view.ShowAsync("score", async bar =>
    {
        var table = await features.RunAsync(cancellationToken);
        // On a thread of its own: it is all computing, and the bar must move.
        var scores = await Task.Run(() => scorer.Score(table, model, reasons, cancellationToken), cancellationToken);
        if (scores.Count == 0)
        {
            throw new MiningException($"{store.Address} holds no lives to score; crawl or import some first");
        }

        var counts = default(UpsertCounts);
        foreach (var batch in scores.Chunk(BatchSize))
        {
            counts += await store.UpsertAsync(Collections.Scores, batch, cancellationToken);
            bar.Report(new StepProgress(counts.Added + counts.Changed + counts.Unchanged, scores.Count, model.Id));
        }

        var sorted = scores.Select(s => s.Value).Order().ToList();
        return new ScoreReport(model.Id, counts, sorted[0], sorted[sorted.Count / 2], sorted[^1]);
    });
}
