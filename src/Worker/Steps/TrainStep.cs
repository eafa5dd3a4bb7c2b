using System.Globalization;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Mining.Scoring.Promotion;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps.Models;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps;

/// <summary>From the feature table to a model in the store, and to a champion where the new model is better than the present one.</summary>
internal sealed class TrainStep(
    FieldGate gate,
    FeatureStep features,
    Trainer trainer,
    ModelRegistry registry,
    Promoter promoter,
    DriftWatch drift,
    IRecordStore store,
    RunJournal journal,
    IProgressView view,
    IOptions<TrainingOptions> options)
{
    /// <param name="acceptBrokenFields">Whether to take broken fields for how the site is now, from this training on.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    /// <exception cref="BrokenFieldsException">A crawl found broken fields, and they are not accepted.</exception>
    public Task<TrainReport> RunAsync(bool acceptBrokenFields, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var inputs = new Dictionary<string, string>
        {
            ["regressor"] = settings.Regressor,
            ["minReviews"] = settings.MinReviews.ToString(CultureInfo.InvariantCulture),
            ["features"] = settings.Features.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = settings.Epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["acceptBrokenFields"] = acceptBrokenFields ? "true" : "false",
        };
        return journal.RecordAsync(RunCommands.Train, inputs, token => CheckAndTrainAsync(acceptBrokenFields, token), cancellationToken);
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
        var (champion, progress) = (await registry.FindChampionAsync(cancellationToken), new FitBar(bar));
        var fault = champion is null ? null : Scorer.Fault(table, champion);
        var moved = champion is null || fault is not null ? null : await Task.Run(() => drift.Look(table, champion, cancellationToken), cancellationToken);
        // On a thread of its own: training is all computing, and the bar must move.
        var result = await Task.Run(() => trainer.Train(table, progress, cancellationToken), cancellationToken);
        var counts = await store.UpsertAsync(Collections.Models, [result.Model], cancellationToken);
        var decision = await DecideAsync(table, champion, fault, result.Model, cancellationToken);
        return new TrainReport(result.Model.Id, counts.Added > 0, result.TrainingRows, result.TrainingSpeakers, result.Holdout, decision, moved);
    });

    // Null where the same training gave the champion again.
    private async Task<PromotionDecision?> DecideAsync(FeatureTable table, ModelRecord? champion, string? fault, ModelRecord challenger, CancellationToken cancellationToken)
    {
        if (champion?.Id == challenger.Id)
        {
            return null;
        }

        var decision = await Task.Run(() => promoter.Decide(table, fault is null ? champion : null, challenger), cancellationToken);
        // A champion that cannot score these lives cannot be defended either.
        decision = fault is null ? decision : decision with { Reason = $"promoted: {champion!.Id} cannot score here: {fault}" };
        if (decision.Promote)
        {
            await registry.PromoteAsync(challenger, decision.Reason, cancellationToken);
        }
        else
        {
            await store.UpsertAsync(Collections.Models, [challenger with { Verdict = decision.Reason }], cancellationToken);
        }

        return decision;
    }
}
