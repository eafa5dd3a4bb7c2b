using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models;

/// <summary>Rows whose answer is known.</summary>
/// <param name="Features">One row each, every value finite.</param>
/// <param name="Targets">One finite number a row.</param>
internal sealed record LabelledRows(Matrix Features, IReadOnlyList<double> Targets);
