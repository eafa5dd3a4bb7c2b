namespace LiveQuality.Mining.Faces;

/// <summary>What a training made.</summary>
/// <param name="Id">Id of the head.</param>
/// <param name="Path">Its manifest.</param>
/// <param name="Faces">How many faces took part.</param>
/// <param name="Validation">What it reached on faces kept out of the fit, by task and metric.</param>
/// <param name="ResearchOnly">Whether it may be used for research only, since its data may.</param>
public sealed record FaceTrainingReport(string Id, string Path, int Faces, IReadOnlyDictionary<string, double> Validation, bool ResearchOnly);
