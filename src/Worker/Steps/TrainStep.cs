using System.Globalization;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps;

/// <summary>From the feature table to a model in the store.</summary>
internal sealed class TrainStep(FeatureStep features, Trainer trainer, IRecordStore store, RunJournal journal, IProgressView view, IOptions<TrainingOptions> options)
{
    public Task<TrainReport> RunAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var inputs = new Dictionary<string, string>
        {
            ["minReviews"] = settings.MinReviews.ToString(CultureInfo.InvariantCulture),
            ["features"] = settings.Features.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = settings.Epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
        };
        return journal.RecordAsync("train", inputs, TrainAsync, cancellationToken);
    }

    private Task<TrainReport> TrainAsync(CancellationToken cancellationToken) => view.ShowAsync("train", async bar =>
    {
        var table = await features.RunAsync(cancellationToken);
        // On a thread of its own: training is all computing, and the bar must move.
        var result = await Task.Run(() => trainer.Train(table, new Bridge(bar), cancellationToken), cancellationToken);
        var counts = await store.UpsertAsync(Collections.Models, [result.Model], cancellationToken);
        return new TrainReport(result.Model.Id, counts.Added > 0, result.TrainingRows, result.TrainingSpeakers, result.Holdout);
    });

    private sealed class Bridge(IProgress<StepProgress> bar) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) =>
            bar.Report(new StepProgress(value.Epoch, value.Epochs, string.Create(CultureInfo.InvariantCulture, $"loss {value.Loss:0.0000}")));
    }
}
