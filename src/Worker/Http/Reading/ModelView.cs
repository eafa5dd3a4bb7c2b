using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What pages and the API show of a model: all but its weights.</summary>
/// <param name="Summary">What it is and what became of it.</param>
/// <param name="Manifest">Its manifest, as stored.</param>
/// <param name="Figures">What its manifest says; null where that cannot be read.</param>
/// <param name="Problem">Why it cannot.</param>
internal sealed record ModelView(ModelSummary Summary, string Manifest, ManifestFigures? Figures, string? Problem);
