using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads what pages and the API show of models. Their weights are read with them, so the list is kept for a while.</summary>
internal sealed class ModelReader(ModelRegistry registry, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly Kept<IReadOnlyList<ModelView>> _models = new(time, Age, async cancellationToken =>
    {
        var models = await registry.ReadAsync(cancellationToken);
        return [.. models.Select(model => Of(model, models))];
    });

    /// <summary>All models, the newest first.</summary>
    public Task<IReadOnlyList<ModelView>> ReadAsync(CancellationToken cancellationToken) => _models.GetAsync(cancellationToken);

    public void Dispose() => _models.Dispose();

    private static ModelView Of(ModelRecord model, IReadOnlyList<ModelRecord> all)
    {
        var summary = ModelSummary.Of(model, all);
        try
        {
            return new ModelView(summary, model.Manifest, ManifestFigures.Read(model), Problem: null);
        }
        catch (ModelFormatException e)
        {
            // One damaged model must not hide the others.
            return new ModelView(summary, model.Manifest, Figures: null, e.Message);
        }
    }
}
