using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>How wrong a model is on a part of the lives.</summary>
/// <param name="Slice">Which part, for example <c>tag:105</c> or <c>reviews:18-29</c>.</param>
/// <param name="Rows">Its lives.</param>
/// <param name="Errors">Their errors.</param>
public sealed record SliceErrors(string Slice, int Rows, Errors Errors);
