using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Softmax regression over blocks of features, every column brought to mean 0 and deviation 1 first; the scaling is folded into the weights, so that a face costs one product.</summary>
internal static class ClassVoter
{
    /// <summary>Fits.</summary>
    /// <param name="rows">[faces, columns], unscaled.</param>
    /// <param name="targets">[faces, classes], each row with sum 1.</param>
    /// <param name="inversePenalty">C; the smaller, the smaller the weights.</param>
    /// <param name="rowWeights">One a face, or null for 1.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A predictor for unscaled rows.</returns>
    public static SoftmaxPredictor Fit(
        Matrix rows, Matrix targets, double inversePenalty, IReadOnlyList<double>? rowWeights, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var scale = ColumnScale.Of(rows);
        var fitted = new SoftmaxRegression(inversePenalty).Fit(scale.Apply(rows), targets, rowWeights, progress, cancellationToken);
        return fitted.Unscaled(scale.Means, scale.Deviations);
    }

    /// <summary>Probabilities of one face.</summary>
    public static double[] Vote(SoftmaxPredictor predictor, FaceFeatures features, IReadOnlyList<string> blocks) =>
        predictor.Predict(Row(features, blocks)).Row(0).ToArray();

    /// <summary>Blocks of one face as a row.</summary>
    public static Matrix Row(FaceFeatures features, IReadOnlyList<string> blocks)
    {
        var joined = features.Join([.. blocks]);
        return Matrix.Of(1, joined.Length, Array.ConvertAll(joined, value => (double)value));
    }
}
