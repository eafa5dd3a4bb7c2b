using System.Globalization;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps;

/// <summary>From the feature table to a model in the store.</summary>
internal sealed class TrainStep(
    FieldGate gate, FeatureStep features, Trainer trainer, IRecordStore store, RunJournal journal, IProgressView view, IOptions<TrainingOptions> options)
{
    /// <param name="acceptBrokenFields">Whether to take broken fields for how the site is now, from this training on.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    /// <exception cref="BrokenFieldsException">A crawl found broken fields, and they are not accepted.</exception>
    public Task<TrainReport> RunAsync(bool acceptBrokenFields, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var inputs = new Dictionary<string, string>
        {
            ["minReviews"] = settings.MinReviews.ToString(CultureInfo.InvariantCulture),
            ["features"] = settings.Features.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = settings.Epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["acceptBrokenFields"] = acceptBrokenFields ? "true" : "false",
        };
        return journal.RecordAsync("train", inputs, token => CheckAndTrainAsync(acceptBrokenFields, token), cancellationToken);
    }

    private async Task<TrainReport> CheckAndTrainAsync(bool acceptBrokenFields, CancellationToken cancellationToken)
    {
        var broken = await gate.FindBrokenAsync(cancellationToken);
        if (broken.Count > 0 && !acceptBrokenFields)
        {
            throw new BrokenFieldsException(broken);
        }

        await gate.AcceptAsync(broken, cancellationToken);
        return await TrainAsync(cancellationToken);
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
