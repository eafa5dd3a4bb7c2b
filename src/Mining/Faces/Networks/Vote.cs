namespace LiveQuality.Mining.Faces.Networks;

/// <summary>What voters agreed on.</summary>
/// <param name="Class">The winner, from 0.</param>
/// <param name="Confidence">0 to 1: the share of voters for it (majority), or its mean probability (weighted).</param>
internal readonly record struct Vote(int Class, double Confidence);
