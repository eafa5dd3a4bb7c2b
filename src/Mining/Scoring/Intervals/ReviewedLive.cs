using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>A live that has ended up with enough reviews to calibrate on.</summary>
/// <param name="Speaker">Key of the speaker.</param>
/// <param name="Slices">Groups that it belongs to.</param>
/// <param name="Predicted">Prediction by a model that has seen no live of this speaker.</param>
/// <param name="Final">All its reviews: <see cref="EvidenceBands.ManyFrom"/> or more.</param>
internal sealed record ReviewedLive(string Speaker, IReadOnlyList<string> Slices, double Predicted, Evidence Final);
