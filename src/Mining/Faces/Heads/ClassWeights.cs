using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Weights of rows that make rare classes count.</summary>
internal static class ClassWeights
{
    /// <summary>
    /// A class weighs rows / (classes x its rows), as scikit-learn's "balanced" has it; a row with a distribution weighs the mean of its classes. A class that nobody has weighs
    /// nothing.
    /// </summary>
    /// <param name="targets">[rows, classes], each row a distribution.</param>
    /// <returns>One number a row; their mean is the share of the classes that occur.</returns>
    public static double[] Balanced(Matrix targets)
    {
        double[] weights = [.. Enumerable.Range(0, targets.Columns).Select(at => targets.Column(at).Sum())];
        weights = Array.ConvertAll(weights, mass => mass > 0 ? targets.Rows / (targets.Columns * mass) : 0);
        return [.. Enumerable.Range(0, targets.Rows).Select(row => TensorPrimitives.Dot<double>(targets.Row(row), weights))];
    }
}
