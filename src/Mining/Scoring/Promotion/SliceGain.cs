using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>A challenger against the champion on a part of the held-out lives.</summary>
/// <param name="Family">What the lives are divided by, for example tag.</param>
/// <param name="Slice">Which part.</param>
/// <param name="Rows">Its lives.</param>
/// <param name="Speakers">Their speakers.</param>
/// <param name="Gain">
/// Mean absolute error of the champion minus the challenger's, on the scale of the score: above 0 where the challenger is better. All slices' intervals together cover at least 95 %.
/// Null where there are too few speakers.
/// </param>
/// <param name="Verdict">What that says.</param>
public sealed record SliceGain(string Family, string Slice, int Rows, int Speakers, Interval? Gain, SliceVerdict Verdict);
