using LiveQuality.Mining.Scoring.Drift;

namespace LiveQuality.Worker.Http.Api;

/// <summary>Whether lives have moved.</summary>
/// <param name="Drift">Null where there is no champion, or too few lives came since it was trained.</param>
internal sealed record DriftDocument(DriftReport? Drift);
