namespace LiveQuality.Worker.Steps.Models;

/// <summary>A model trained again from its manifest.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="RetrainedId">What came of it; the same id means the same manifest and the same weights to the bit.</param>
/// <param name="Identical">Whether they are the same.</param>
internal sealed record RetrainReport(string ModelId, string RetrainedId, bool Identical);
