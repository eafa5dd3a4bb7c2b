using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Models;

/// <summary>Trains a model again from what its manifest says and compares the two to the bit. Nothing is stored.</summary>
internal sealed class RetrainStep(ModelRegistry registry, FeatureStep features, IProgressView view, TimeProvider time)
{
    /// <param name="modelId">The model; null for the champion.</param>
    /// <param name="cancellationToken">Stops within one batch.</param>
    public async Task<RetrainReport> RunAsync(string? modelId, CancellationToken cancellationToken)
    {
        var model = await registry.FindAsync(modelId, cancellationToken);
        var manifest = ManifestReader.Read(model);
        return await view.ShowAsync("retrain", async bar =>
        {
            var table = await features.RunAsync(manifest.HasPortraits, cancellationToken);
            manifest.CheckData(table);
            var progress = new FitBar(bar);
            var again = await Task.Run(() => new Trainer(Options.Create(manifest.Options), time).Train(table, progress, cancellationToken), cancellationToken);
            return new RetrainReport(model.Id, again.Model.Id, again.Model.Id == model.Id && again.Model.WeightsSha256 == model.WeightsSha256);
        });
    }
}
