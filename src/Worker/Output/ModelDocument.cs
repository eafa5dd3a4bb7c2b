using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Output;

/// <summary>Everything about a model but its weights.</summary>
/// <param name="Model">What it is and what became of it.</param>
/// <param name="Manifest">Its manifest, as stored.</param>
internal sealed record ModelDocument(ModelSummary Model, JsonElement Manifest)
{
    /// <param name="model">The model.</param>
    /// <param name="all">All models, the newest first.</param>
    public static ModelDocument Of(ModelRecord model, IReadOnlyList<ModelRecord> all)
    {
        using var manifest = JsonDocument.Parse(model.Manifest);
        return new ModelDocument(ModelSummary.Of(model, all), manifest.RootElement.Clone());
    }
}
