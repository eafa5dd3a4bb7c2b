using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What pages show of a model.</summary>
/// <param name="Summary">What it is and what became of it.</param>
/// <param name="Figures">What its manifest says; null where that cannot be read.</param>
/// <param name="Problem">Why it cannot.</param>
internal sealed record ModelView(ModelSummary Summary, ManifestFigures? Figures, string? Problem);
