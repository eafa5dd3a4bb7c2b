using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>Whether a challenger becomes champion, and why.</summary>
/// <param name="Promote">Whether it does.</param>
/// <param name="Gain">
/// Mean absolute error of the champion minus the challenger's on the same lives, on the scale of the score, with its 98 % interval over speakers. Null without a champion, or with too few speakers.
/// </param>
/// <param name="Rows">Held-out lives.</param>
/// <param name="Speakers">Their speakers.</param>
/// <param name="Slices">Every part of the lives, the one that lost most first, those that were not judged last. Empty without a champion.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record PromotionDecision(bool Promote, Interval? Gain, int Rows, int Speakers, IReadOnlyList<SliceGain> Slices, string Reason);
