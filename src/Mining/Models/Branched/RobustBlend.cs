namespace LiveQuality.Mining.Models.Branched;

/// <summary>Two predictions made one: bias + share · first + (1 - share) · second.</summary>
/// <param name="Share">What the first counts, 0..1.</param>
/// <param name="Bias">What is added.</param>
internal sealed record RobustBlend(double Share, double Bias)
{
    private const int Rounds = 50;

    /// <summary>
    /// Learns both from rows that neither prediction has learnt from, by the same loss that nets learn by: squared for small errors, straight for large ones (Huber, "Robust Estimation of a Location Parameter", 1964), by
    /// iteratively reweighted least squares. A live that goes wrong is rated far below all others; a squared loss pays for those few with an error on all the rest.
    /// </summary>
    /// <param name="first">One number a row.</param>
    /// <param name="second">One number a row.</param>
    /// <param name="truth">One number a row.</param>
    /// <param name="weights">What a row counts.</param>
    /// <param name="bend">The error at which the loss becomes straight, above 0.</param>
    public static RobustBlend Fit(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<double> truth, IReadOnlyList<double> weights, double bend)
    {
        var blend = new RobustBlend(0.5, 0);
        for (var round = 0; round < Rounds; round++)
        {
            double total = 0, apart = 0, apartSquares = 0, rest = 0, together = 0;
            for (var row = 0; row < truth.Count; row++)
            {
                var error = Math.Abs(truth[row] - blend.Of(first[row], second[row]));
                var weight = weights[row] * (error <= bend ? 1 : bend / error);
                var (x, y) = (first[row] - second[row], truth[row] - second[row]);
                total += weight;
                apart += weight * x;
                apartSquares += weight * x * x;
                rest += weight * y;
                together += weight * x * y;
            }

            var spread = (total * apartSquares) - (apart * apart);
            var share = spread > 0 ? Math.Clamp(((total * together) - (apart * rest)) / spread, 0, 1) : blend.Share;
            blend = new RobustBlend(share, (rest - (share * apart)) / total);
        }

        return blend;
    }

    /// <summary>The one prediction.</summary>
    public double Of(double first, double second) => Bias + (Share * first) + ((1 - Share) * second);
}
