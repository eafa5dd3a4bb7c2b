namespace LiveQuality.Mining.Faces.Heads;

/// <summary>A prediction that knows its doubt.</summary>
/// <param name="Mean">The expected value.</param>
/// <param name="StandardDeviation">Of a new observation: noise and doubt about the weights together; above 0.</param>
public readonly record struct Estimate(double Mean, double StandardDeviation);
