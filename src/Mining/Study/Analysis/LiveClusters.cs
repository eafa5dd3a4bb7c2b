using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Kinds of lives: k-means over the features, without the tag, whose number means nothing, and without the score.</summary>
internal static class LiveClusters
{
    /// <summary>Clusters, as in the paper.</summary>
    public const int Count = 5;

    private const int MostTraits = 5;

    // Where nearly all lives agree, standardising blows the few others up until they fill clusters of their own.
    private const double LeastMinority = 0.01;

    // Amounts whose distributions have long right tails; on a log scale twice as much is as far everywhere.
    private static readonly HashSet<string> Skewed = new(StringComparer.Ordinal)
    {
        "duration", "reply_message_count", "speaker_audio_message_count", "attachment_count", "liked_num", "audition_message_count", "seats_taken", "seats_max",
        "speaker_message_count", "amount", "original_price", StudyFeatures.ReviewCount,
    };

    /// <summary>Clusters the lives of a table with at least one row; a blank cell counts as its column's median.</summary>
    /// <param name="table">The lives.</param>
    /// <param name="seed">Sets the starts of k-means.</param>
    /// <param name="cancellationToken">Stops between two rounds of k-means.</param>
    public static ClusterResult Of(StudyTable table, int seed, CancellationToken cancellationToken)
    {
        var features = table.ToMatrix(StudyFeatures.WithoutTag);
        features = MedianImputer.Fit(features).Apply(features);
        var columns = StudyFeatures.WithoutTag
            .Select((name, position) => (Name: name, Values: features.Column(position)))
            .Where(column => Minority(column.Values) >= LeastMinority)
            .Select(column => (column.Name, column.Values, Standard: Standardise(Skewed.Contains(column.Name) ? Array.ConvertAll(column.Values, Log) : column.Values)))
            .ToArray();
        double[][] points = [.. Enumerable.Range(0, features.Rows).Select(row => Array.ConvertAll(columns, column => column.Standard[row]))];
        var (clusterOf, inertia) = KMeans.Fit(points, Count, seed, cancellationToken);
        var total = points.Sum(point => point.Sum(value => value * value));

        var clusters = clusterOf
            .Select((cluster, row) => (cluster, row))
            .GroupBy(pair => pair.cluster, pair => pair.row)
            .Select(group => group.ToArray())
            .Select(rows => new Cluster(
                rows.Length,
                rows.Average(row => table.Rows[row].Score),
                [
                    .. columns
                        .Select(column => new ClusterTrait(column.Name, rows.Average(row => column.Values[row]), rows.Average(row => column.Standard[row])))
                        .OrderByDescending(trait => Math.Abs(trait.Deviations))
                        .Take(MostTraits),
                ]));
        return new ClusterResult([.. clusters.OrderByDescending(cluster => cluster.Lives).ThenByDescending(cluster => cluster.MeanScore)], total > 0 ? 1 - (inertia / total) : 0);
    }

    private static double Minority(double[] values) => 1 - (values.CountBy(value => value).Max(pair => pair.Value) / (double)values.Length);

    private static double Log(double value) => double.LogP1(Math.Max(0, value));

    private static double[] Standardise(double[] values)
    {
        var (mean, deviation) = (values.Average(), ColumnStatistics.Deviation(values));
        return deviation > 0 ? Array.ConvertAll(values, value => (value - mean) / deviation) : new double[values.Length];
    }
}
