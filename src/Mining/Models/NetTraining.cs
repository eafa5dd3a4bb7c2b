namespace LiveQuality.Mining.Models;

/// <summary>One training among many that run side by side.</summary>
/// <param name="Rows">What to learn from.</param>
/// <param name="Validation">Rows that only say which epoch was best, whose weights are then kept; null keeps the last epoch's, as the study did.</param>
/// <param name="Seed">Sets the first weights and the order of the rows, 0 or more.</param>
internal sealed record NetTraining(LabelledRows Rows, LabelledRows? Validation, int Seed);
