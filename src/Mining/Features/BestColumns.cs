namespace LiveQuality.Mining.Features;

/// <summary>Keeps the columns that go best with the target, each taken alone.</summary>
/// <param name="Kept">Numbers of the kept columns, ascending.</param>
internal sealed record BestColumns(IReadOnlyList<int> Kept)
{
    /// <summary>
    /// Ranks by the F-test of a straight line through one column, F = r² / (1 - r²) · (n - 2), as scikit-learn's <c>f_regression</c> with
    /// <c>SelectKBest</c> does: a constant column counts 0, and of equal columns the later one wins.
    /// </summary>
    /// <param name="training">Features without unknown values.</param>
    /// <param name="targets">One number a row.</param>
    /// <param name="count">How many to keep; all where there are fewer.</param>
    public static BestColumns Fit(Matrix training, IReadOnlyList<double> targets, int count)
    {
        var scores = FScores(training, targets);
        return new([.. Enumerable.Range(0, training.Columns)
            .OrderBy(column => scores[column])
            .ThenBy(column => column)
            .TakeLast(count)
            .Order()]);
    }

    /// <summary>Every column.</summary>
    public static BestColumns All(int columns) => new([.. Enumerable.Range(0, columns)]);

    /// <summary>The F statistic of each column; at most <see cref="double.MaxValue"/>, which is also that of a perfect fit.</summary>
    public static double[] FScores(Matrix training, IReadOnlyList<double> targets)
    {
        var scores = new double[training.Columns];
        for (var column = 0; column < scores.Length; column++)
        {
            var r = Correlation(training.Column(column), targets);
            scores[column] = Math.Min(double.MaxValue, r * r / Math.Max(0, 1 - (r * r)) * (training.Rows - 2));
            scores[column] = double.IsNaN(scores[column]) ? 0 : scores[column];
        }

        return scores;
    }

    public Matrix Apply(Matrix features) => features.SelectColumns(Kept);

    private static double Correlation(double[] values, IReadOnlyList<double> targets)
    {
        var (valueMean, targetMean) = (values.Average(), targets.Average());
        double together = 0, valueSquares = 0, targetSquares = 0;
        for (var row = 0; row < values.Length; row++)
        {
            var (value, target) = (values[row] - valueMean, targets[row] - targetMean);
            together += value * target;
            valueSquares += value * value;
            targetSquares += target * target;
        }

        return together / Math.Sqrt(valueSquares * targetSquares);
    }
}
