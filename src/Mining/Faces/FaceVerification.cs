namespace LiveQuality.Mining.Faces;

/// <summary>Whether two pictures show one person.</summary>
/// <param name="Same">The answer; null where one of them has no face to judge.</param>
/// <param name="Reason">Why there is no answer; names the picture.</param>
/// <param name="Distance">Between the two identity vectors, 0..2.</param>
/// <param name="Threshold">Up to this distance faces are taken for one person.</param>
/// <param name="Probability">That they are one person where half of all compared pairs are, 0..1; calibrated on pairs that were never trained on.</param>
/// <param name="Models">Ids of all nets and heads that took part.</param>
/// <param name="ResearchOnly">Whether one of them may be used for research only.</param>
public sealed record FaceVerification(bool? Same, string? Reason, double? Distance, double Threshold, double? Probability, IReadOnlyList<string> Models, bool ResearchOnly);
