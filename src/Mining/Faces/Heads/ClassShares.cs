namespace LiveQuality.Mining.Faces.Heads;

/// <summary>How likely each of several answers is.</summary>
/// <param name="Answer">The likeliest.</param>
/// <param name="Confidence">Its probability, 0..1.</param>
/// <param name="Shares">Probability of each answer; they sum to 1.</param>
public sealed record ClassShares(string Answer, double Confidence, IReadOnlyDictionary<string, double> Shares)
{
    /// <summary>Of probabilities; the earlier of equally likely answers wins.</summary>
    /// <param name="classes">Names of the answers.</param>
    /// <param name="probabilities">One a name.</param>
    internal static ClassShares Of(IReadOnlyList<string> classes, ReadOnlySpan<double> probabilities)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var best = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            shares.Add(classes[i], probabilities[i]);
            best = probabilities[i] > probabilities[best] ? i : best;
        }

        return new ClassShares(classes[best], probabilities[best], shares);
    }
}
