using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Measures whether what was said of portraits helps to predict how good lives are. Needs no nets: the results are in the store.</summary>
internal sealed class AblationStep(FeatureStep features, PortraitAblation ablation, RunJournal journal, IProgressView view, IOptions<TrainingOptions> options)
{
    public async Task<AblationReport> RunAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var inputs = new Dictionary<string, string>
        {
            ["minReviews"] = settings.MinReviews.ToString(CultureInfo.InvariantCulture),
            ["features"] = settings.Features.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = settings.Epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
        };
        return (await journal.RecordAsync(RunCommands.FacesAblation, inputs, MeasureAsync, cancellationToken)).Report;
    }

    private Task<Counted> MeasureAsync(CancellationToken cancellationToken) => view.ShowAsync("ablation", async bar =>
    {
        var table = await features.RunAsync(portraits: true, cancellationToken);
        return new Counted(await Task.Run(() => ablation.Run(table, new Bridge(bar), cancellationToken), cancellationToken));
    });

    private sealed class Bridge(IProgress<StepProgress> bar) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => bar.Report(new StepProgress(value.Epoch, value.Epochs, string.Create(CultureInfo.InvariantCulture, $"{value.Epoch} trainings")));
    }

    private sealed record Counted(AblationReport Report) : ICounted
    {
        public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long> { ["rows"] = Report.Rows, ["speakers"] = Report.Speakers, ["rowsWithFace"] = Report.RowsWithFace };

        public string? Problem => null;
    }
}
