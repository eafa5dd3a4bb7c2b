namespace LiveQuality.Mining.Faces.Networks;

/// <summary>One class out of what several nets say: TreeCNN's majority, and the sum of probabilities, which hears how sure each of them is.</summary>
internal static class PartVote
{
    /// <summary>Each voter has one vote, for its likeliest class. Between equals the greater sum of probabilities decides, and then the lower class.</summary>
    /// <param name="probabilities">One row a voter, one column a class; rows sum to 1.</param>
    public static Vote Majority(IReadOnlyList<float[]> probabilities)
    {
        var sums = Sums(probabilities);
        var votes = new int[sums.Length];
        foreach (var voter in probabilities)
        {
            votes[Array.IndexOf(voter, voter.Max())]++;
        }

        var winner = Enumerable.Range(0, sums.Length).OrderByDescending(@class => votes[@class]).ThenByDescending(@class => sums[@class]).First();
        return new Vote(winner, (double)votes[winner] / probabilities.Count);
    }

    /// <summary>The class with the greatest sum of probabilities; between equals the lower one.</summary>
    /// <param name="probabilities">One row a voter, one column a class; rows sum to 1.</param>
    public static Vote Weighted(IReadOnlyList<float[]> probabilities)
    {
        var sums = Sums(probabilities);
        var winner = Array.IndexOf(sums, sums.Max());
        return new Vote(winner, sums[winner] / probabilities.Count);
    }

    private static double[] Sums(IReadOnlyList<float[]> probabilities)
    {
        if (probabilities.Count == 0 || probabilities[0].Length == 0 || probabilities.Any(voter => voter.Length != probabilities[0].Length))
        {
            throw new ArgumentException("a vote needs voters that speak of the same classes", nameof(probabilities));
        }

        return [.. Enumerable.Range(0, probabilities[0].Length).Select(@class => probabilities.Sum(voter => (double)voter[@class]))];
    }
}
