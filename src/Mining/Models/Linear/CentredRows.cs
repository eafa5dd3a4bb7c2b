using LiveQuality.Mining.Features;
using MathNet.Numerics.LinearAlgebra;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>Rows and targets around their means, so that a linear model's intercept drops out of its equations.</summary>
/// <param name="Features">[rows, columns], every column with mean 0.</param>
/// <param name="Targets">[rows], mean 0.</param>
/// <param name="Means">What was taken off each column.</param>
/// <param name="TargetMean">What was taken off the targets.</param>
internal sealed record CentredRows(Matrix<double> Features, Vector<double> Targets, double[] Means, double TargetMean)
{
    /// <summary>Centres.</summary>
    public static CentredRows Of(Matrix features, IReadOnlyList<double> targets)
    {
        RegressorInput.Check(features, targets);
        double[] means = [.. Enumerable.Range(0, features.Columns).Select(column => features.Column(column).Average())];
        var mean = targets.Average();
        return new(
            Matrix<double>.Build.Dense(features.Rows, features.Columns, (row, column) => features[row, column] - means[column]),
            Vector<double>.Build.Dense(targets.Count, row => targets[row] - mean),
            means,
            mean);
    }

    /// <summary>The predictor of the given weights, with the intercept that makes residuals 0 on average.</summary>
    public LinearPredictor Predictor(double[] weights) => new(weights, TargetMean - weights.Zip(Means, (weight, mean) => weight * mean).Sum());
}
