using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models;

/// <summary>What every regressor refuses, said in one line.</summary>
internal static class RegressorInput
{
    /// <summary>Checks rows to learn from.</summary>
    public static void Check(Matrix features, IReadOnlyList<double> targets)
    {
        if (features.Rows == 0 || features.Columns == 0)
        {
            throw new ArgumentException($"nothing to learn from: {features.Rows} rows of {features.Columns} columns", nameof(features));
        }

        if (targets.Count != features.Rows)
        {
            throw new ArgumentException($"{targets.Count} targets for {features.Rows} rows", nameof(targets));
        }

        for (var row = 0; row < targets.Count; row++)
        {
            if (!double.IsFinite(targets[row]))
            {
                throw new ArgumentException($"the target of row {row} is {targets[row]}", nameof(targets));
            }
        }

        CheckValues(features);
    }

    /// <summary>Checks rows to predict for.</summary>
    public static void Check(Matrix features, int columns)
    {
        if (features.Columns != columns)
        {
            throw new ArgumentException($"{features.Columns} columns where the model has {columns}", nameof(features));
        }

        CheckValues(features);
    }

    /// <summary>Checks rated lives to learn from; their features may be unknown.</summary>
    public static void CheckRated(Branched.RatedRows rows)
    {
        var count = rows.Features.Rows;
        if (count == 0 || rows.Features.Columns == 0)
        {
            throw new ArgumentException($"nothing to learn from: {count} rows of {rows.Features.Columns} columns", nameof(rows));
        }

        if (rows.Ratings.Count != count || rows.Reviews.Count != count || rows.Speakers.Count != count)
        {
            throw new ArgumentException($"{rows.Ratings.Count} ratings, {rows.Reviews.Count} numbers of reviews and {rows.Speakers.Count} speakers for {count} rows", nameof(rows));
        }

        for (var row = 0; row < count; row++)
        {
            if (!double.IsFinite(rows.Ratings[row]) || !(rows.Reviews[row] >= 1))
            {
                throw new ArgumentException($"row {row} has the rating {rows.Ratings[row]} of {rows.Reviews[row]} reviews", nameof(rows));
            }
        }

        if (rows.Features.Values.ContainsAny(double.PositiveInfinity, double.NegativeInfinity))
        {
            throw new ArgumentException("a feature is infinite", nameof(rows));
        }
    }

    /// <summary>Checks the price of large weights.</summary>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, or not finite.</exception>
    public static double CheckPrice(double alpha) =>
        double.IsFinite(alpha) && alpha > 0 ? alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "out of range");

    private static void CheckValues(Matrix features)
    {
        for (var row = 0; row < features.Rows; row++)
        {
            for (var column = 0; column < features.Columns; column++)
            {
                if (!float.IsFinite((float)features[row, column]))
                {
                    throw new ArgumentException($"row {row}, column {column} is {features[row, column]}", nameof(features));
                }
            }
        }
    }
}
