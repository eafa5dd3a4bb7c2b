using System.Numerics.Tensors;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// Which triplets of a batch are learned from (Schroff et al., "FaceNet: A Unified Embedding for Face Recognition and Clustering", 2015, section 3.2): all
/// pairs of anchor and positive, each with the nearest negative that is semi-hard, farther than the positive but by less than the margin.
/// </summary>
internal static class SemiHardMining
{
    /// <summary>Picks the triplets. A pair without a semi-hard negative is left out: the others teach nothing, or too much at once.</summary>
    /// <param name="rows">One embedding a row.</param>
    /// <param name="people">Who each row is.</param>
    /// <param name="margin">α, above 0, in squared distance.</param>
    /// <returns>In the order of anchors and positives; between equal negatives the first.</returns>
    public static IReadOnlyList<Triplet> Pick(IReadOnlyList<float[]> rows, IReadOnlyList<int> people, double margin)
    {
        var triplets = new List<Triplet>();
        var distances = new double[rows.Count];
        for (var anchor = 0; anchor < rows.Count; anchor++)
        {
            for (var other = 0; other < rows.Count; other++)
            {
                distances[other] = Math.Pow(TensorPrimitives.Distance(rows[anchor], rows[other]), 2);
            }

            for (var positive = 0; positive < rows.Count; positive++)
            {
                if (positive != anchor && people[positive] == people[anchor] && Nearest(anchor, distances[positive]) is { } negative)
                {
                    triplets.Add(new Triplet(anchor, positive, negative));
                }
            }
        }

        return triplets;

        int? Nearest(int anchor, double positiveDistance)
        {
            int? nearest = null;
            for (var other = 0; other < rows.Count; other++)
            {
                var semiHard = people[other] != people[anchor] && distances[other] > positiveDistance && distances[other] < positiveDistance + margin;
                if (semiHard && (nearest is not { } best || distances[other] < distances[best]))
                {
                    nearest = other;
                }
            }

            return nearest;
        }
    }
}
