namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>How far a score lay from what came, for a live whose speaker the model had not seen.</summary>
/// <param name="Speaker">Key of the speaker.</param>
/// <param name="Band">How much evidence the score was made from: see <see cref="EvidenceBands"/>.</param>
/// <param name="Slices">Other groups that the live belongs to and that must each be covered, for example <c>tag:105</c>; may overlap.</param>
/// <param name="Residual">|what came - score| / deviation of the score; 0 or more.</param>
internal sealed record CalibrationRow(string Speaker, string Band, IReadOnlyList<string> Slices, double Residual);
