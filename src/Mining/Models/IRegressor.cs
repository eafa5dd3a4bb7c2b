using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models;

/// <summary>A way to learn numbers from rows. Holds settings only: learning gives a new <see cref="IPredictor"/>, and the same rows always the same one.</summary>
internal interface IRegressor
{
    /// <summary>The name people and manifests use, for example <c>mtb-dnn-2019</c>.</summary>
    string Kind { get; }

    /// <summary>Learns.</summary>
    /// <param name="features">Training rows, every value finite.</param>
    /// <param name="targets">One finite number a row.</param>
    /// <param name="progress">Hears of each pass over the rows; called on this thread. A training that starts anew counts from 1 again.</param>
    /// <param name="cancellationToken">Ends the training within one batch.</param>
    /// <exception cref="ArgumentException">There are no rows, the sizes differ, or a value is not finite; the message says which.</exception>
    /// <exception cref="MiningException">The training diverged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken);
}
