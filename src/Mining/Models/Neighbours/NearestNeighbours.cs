using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Neighbours;

/// <summary>K nearest neighbours (Cover and Hart, 1967): the mean target of the k training rows that are nearest by Euclidean distance; of rows equally far the earlier ones.</summary>
/// <param name="neighbours">k, 1 or more; 5 by default, as in scikit-learn.</param>
/// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
internal sealed class NearestNeighbours(int neighbours = 5) : IRegressor
{
    private readonly int _neighbours = neighbours >= 1 ? neighbours : throw new ArgumentOutOfRangeException(nameof(neighbours), neighbours, "out of range");

    /// <inheritdoc/>
    public string Kind => "knn";

    /// <inheritdoc/>
    /// <exception cref="MiningException">There are fewer rows than neighbours.</exception>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        return features.Rows >= _neighbours
            ? new NeighboursPredictor(features, [.. targets], _neighbours)
            : throw new MiningException($"{Kind} needs at least {_neighbours} rows to learn from, there are {features.Rows}");
    }
}
