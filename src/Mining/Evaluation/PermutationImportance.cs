using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Evaluation;

/// <summary>How much worse predictions get when a column says nothing any more (Breiman, "Random Forests", 2001, section 10).</summary>
internal static class PermutationImportance
{
    private const int Shuffles = 3;

    /// <summary>Measures on rows that were not learnt from.</summary>
    /// <param name="predictors">Models of the same kind, for example of several seeds; at least one.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="truth">One number a row.</param>
    /// <param name="seed">Sets the shuffles; they are the same for every column and model.</param>
    /// <returns>Growth of the mean absolute error, one number a column: mean over shuffles and models.</returns>
    public static double[] Of(IReadOnlyList<IPredictor> predictors, Matrix test, IReadOnlyList<double> truth, int seed)
    {
        var before = Mae(predictors, test, truth);
        var chance = new NumpyRandom(seed);
        var orders = Enumerable.Range(0, Shuffles).Select(_ => chance.Permutation(test.Rows)).ToArray();
        return [.. Enumerable.Range(0, test.Columns).Select(column => orders.Average(order => Mae(predictors, Shuffled(test, column, order), truth)) - before)];
    }

    private static double Mae(IReadOnlyList<IPredictor> predictors, Matrix test, IReadOnlyList<double> truth) =>
        predictors.Average(predictor => Errors.Of(predictor.Predict(test), truth).Mae);

    private static Matrix Shuffled(Matrix test, int column, int[] order)
    {
        var shuffled = test.Map((value, _) => value);
        for (var row = 0; row < test.Rows; row++)
        {
            shuffled[row, column] = test[order[row], column];
        }

        return shuffled;
    }
}
