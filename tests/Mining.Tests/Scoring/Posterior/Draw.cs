namespace LiveQuality.Mining.Tests.Scoring.Posterior;

/// <summary>Draws for simulations.</summary>
internal static class Draw
{
    /// <summary>Mean 0, variance 1 (Box and Muller).</summary>
    public static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    /// <summary>Mean 1, and a chance of e^-x to lie above x.</summary>
    public static double Exponential(Random chance) => -Math.Log(1 - chance.NextDouble());
}
