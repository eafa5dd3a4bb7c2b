namespace LiveQuality.Crawler.Records;

/// <summary>A number said of a face, with its doubt.</summary>
/// <param name="Mean">The expected value.</param>
/// <param name="StandardDeviation">Its doubt, in the same unit.</param>
public sealed record FaceEstimate(double Mean, double StandardDeviation);
