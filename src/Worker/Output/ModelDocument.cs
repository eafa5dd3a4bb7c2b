using System.Text.Json;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Output;

/// <summary>Everything about a model but its weights.</summary>
/// <param name="Model">What it is and what became of it.</param>
/// <param name="Manifest">Its manifest, as stored.</param>
internal sealed record ModelDocument(ModelSummary Model, JsonElement Manifest)
{
    /// <param name="model">The model.</param>
    /// <param name="manifest">Its manifest, as stored.</param>
    public static ModelDocument Of(ModelSummary model, string manifest)
    {
        using var parsed = JsonDocument.Parse(manifest);
        return new ModelDocument(model, parsed.RootElement.Clone());
    }
}
