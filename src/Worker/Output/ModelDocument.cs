using System.Text.Json;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Output;

/// <summary>Everything about a model but its weights.</summary>
/// <param name="Model">What it is and what became of it.</param>
/// <param name="Manifest">Its manifest, as stored.</param>
internal sealed record ModelDocument(ModelSummary Model, JsonElement Manifest);
