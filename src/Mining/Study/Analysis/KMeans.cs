namespace LiveQuality.Mining.Study.Analysis;

/// <summary>
/// k-means: points go to the nearest centre, centres to the mean of their points, until no point moves (Lloyd, "Least Squares Quantization in PCM", 1982). Starts are drawn as
/// k-means++ does (Arthur and Vassilvitskii, 2007); of several the one with the smallest sum of squared distances is kept.
/// </summary>
internal static class KMeans
{
    // On the study's table 5 of 12 seeds end in markedly other clusters with 50 starts, none with 300.
    private const int Starts = 300;
    private const int MostRounds = 300;

    /// <summary>Clusters points.</summary>
    /// <param name="points">At least one, all of one length.</param>
    /// <param name="clusters">How many, 1 or more; fewer come back where there are fewer distinct points.</param>
    /// <param name="seed">Sets the starts.</param>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    /// <returns>The cluster of each point, numbered from 0, and the sum of squared distances to the centres.</returns>
    public static (int[] ClusterOf, double Inertia) Fit(double[][] points, int clusters, int seed, CancellationToken cancellationToken)
    {
        var chance = new Random(seed);
        var best = (ClusterOf: Array.Empty<int>(), Inertia: double.PositiveInfinity);
        for (var start = 0; start < Starts; start++)
        {
            var found = Improve(points, Draw(points, clusters, chance), cancellationToken);
            best = found.Inertia < best.Inertia ? found : best;
        }

        return best;
    }

    // The first centre is any point; each further one is a point drawn in proportion to its squared distance to the nearest centre so far.
    private static double[][] Draw(double[][] points, int clusters, Random chance)
    {
        var centres = new List<double[]> { points[chance.Next(points.Length)] };
        var nearest = Array.ConvertAll(points, point => Distance(point, centres[0]));
        while (centres.Count < clusters && nearest.Sum() is var total and > 0)
        {
            var left = chance.NextDouble() * total;
            var drawn = Array.FindIndex(nearest, distance => distance > 0 && (left -= distance) <= 0);
            // Rounding may leave a crumb after the last point.
            var centre = points[drawn >= 0 ? drawn : Array.FindLastIndex(nearest, distance => distance > 0)];
            centres.Add(centre);
            for (var i = 0; i < points.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], Distance(points[i], centre));
            }
        }

        return [.. centres];
    }

    private static (int[] ClusterOf, double Inertia) Improve(double[][] points, double[][] centres, CancellationToken cancellationToken)
    {
        var clusterOf = new int[points.Length];
        var inertia = 0.0;
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (moved, inertia) = (round == 0, 0);
            for (var i = 0; i < points.Length; i++)
            {
                var (cluster, distance) = Nearest(points[i], centres);
                moved |= cluster != clusterOf[i];
                clusterOf[i] = cluster;
                inertia += distance;
            }

            centres = Means(points, clusterOf, centres);
        }

        return (clusterOf, inertia);
    }

    private static (int Cluster, double Distance) Nearest(double[] point, double[][] centres)
    {
        var (nearest, smallest) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < centres.Length; cluster++)
        {
            var distance = Distance(point, centres[cluster]);
            (nearest, smallest) = distance < smallest ? (cluster, distance) : (nearest, smallest);
        }

        return (nearest, smallest);
    }

    // A centre that lost all its points stays where it is.
    private static double[][] Means(double[][] points, int[] clusterOf, double[][] centres)
    {
        var sums = Array.ConvertAll(centres, centre => new double[centre.Length]);
        var counts = new int[centres.Length];
        for (var i = 0; i < points.Length; i++)
        {
            counts[clusterOf[i]]++;
            for (var column = 0; column < points[i].Length; column++)
            {
                sums[clusterOf[i]][column] += points[i][column];
            }
        }

        return [.. sums.Select((sum, cluster) => counts[cluster] == 0 ? centres[cluster] : Array.ConvertAll(sum, value => value / counts[cluster]))];
    }

    private static double Distance(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }

        return sum;
    }
}
