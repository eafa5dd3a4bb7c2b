namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>Up to which distance two pictures show one person.</summary>
/// <param name="Distance">A pair at this distance or nearer is taken for one person.</param>
/// <param name="Accuracy">The share of the pairs that it was chosen on that it judges right.</param>
public sealed record VerificationThreshold(double Distance, double Accuracy)
{
    /// <summary>
    /// The most accurate threshold: half way between two neighbouring distances, or at one end. Of equally accurate ones the smallest, which takes fewer strangers for one person.
    /// </summary>
    /// <param name="distances">One a pair, at least one, all finite.</param>
    /// <param name="same">Whether the pair shows one person.</param>
    /// <exception cref="ArgumentException">There are no pairs, the sizes differ, or a distance is not finite.</exception>
    internal static VerificationThreshold Choose(IReadOnlyList<double> distances, IReadOnlyList<bool> same)
    {
        if (distances.Count == 0 || distances.Count != same.Count || !distances.All(double.IsFinite))
        {
            throw new ArgumentException($"{distances.Count} distances for {same.Count} pairs, or a distance that is no number", nameof(distances));
        }

        var steps = distances.Zip(same).GroupBy(pair => pair.First, pair => pair.Second).OrderBy(step => step.Key).ToArray();
        // Nobody is taken for one person: right about all strangers. Not the next smaller number: below 0 that is denormal, which a processor that flushes such numbers takes for 0.
        var right = same.Count(isSame => !isSame);
        var (best, distance) = (right, steps[0].Key - 1);
        for (var step = 0; step < steps.Length; step++)
        {
            right += steps[step].Sum(isSame => isSame ? 1 : -1);
            if (right > best)
            {
                (best, distance) = (right, step + 1 < steps.Length ? Between(steps[step].Key, steps[step + 1].Key) : steps[step].Key);
            }
        }

        return new VerificationThreshold(distance, best / (double)distances.Count);
    }

    /// <summary>The share of pairs that the threshold judges right.</summary>
    /// <param name="distances">One a pair.</param>
    /// <param name="same">Whether the pair shows one person.</param>
    internal double AccuracyOn(IReadOnlyList<double> distances, IReadOnlyList<bool> same) =>
        Agreement.Accuracy([.. distances.Select(distance => distance <= Distance ? 1 : 0)], [.. same.Select(isSame => isSame ? 1 : 0)]);

    // Never at the upper one, where rounding could bring it.
    private static double Between(double low, double high) => low + ((high - low) / 2) is var middle && middle < high ? middle : low;
}
