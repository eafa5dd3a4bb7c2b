using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Output;

/// <summary>The stored models, the newest first.</summary>
internal sealed record ModelList(IReadOnlyList<ModelSummary> Models);
