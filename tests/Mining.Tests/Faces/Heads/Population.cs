using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Tests.Faces.Heads;

/// <summary>Invented faces: loud and quiet directions mixed into columns by a fixed rotation, and a score.</summary>
/// <param name="Rows">[rows, columns].</param>
/// <param name="Scores">One a row.</param>
internal sealed record Population(Matrix Rows, double[] Scores)
{
    private const int RotationSeed = 7;
    private const double Noise = 0.3;

    /// <param name="count">Rows.</param>
    /// <param name="seed">Draws the rows and the noise.</param>
    /// <param name="directions">For each kind of direction: how many, their standard deviation here, and what one training standard deviation of 1 adds to the score.</param>
    public static Population Draw(int count, int seed, params (int Count, double Deviation, double Effect)[] directions)
    {
        (double Deviation, double Effect)[] all = [.. directions.SelectMany(kind => Enumerable.Repeat((kind.Deviation, kind.Effect), kind.Count))];
        var (rotation, chance, rows, scores) = (Rotation(all.Length), new Random(seed), new Matrix(count, all.Length), new double[count]);
        for (var row = 0; row < count; row++)
        {
            double[] taken = [.. all.Select(_ => Gaussian(chance))];
            scores[row] = 3 + all.Zip(taken, (direction, value) => direction.Effect * value).Sum() + (Noise * Gaussian(chance));
            for (var column = 0; column < all.Length; column++)
            {
                rows[row, column] = all.Select((direction, at) => direction.Deviation * taken[at] * rotation[at][column]).Sum();
            }
        }

        return new Population(rows, scores);
    }

    public static double Gaussian(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    // Gram and Schmidt.
    private static double[][] Rotation(int size)
    {
        var chance = new Random(RotationSeed);
        var axes = new List<double[]>();
        while (axes.Count < size)
        {
            double[] axis = [.. Enumerable.Range(0, size).Select(_ => Gaussian(chance))];
            foreach (var other in axes)
            {
                var along = axis.Zip(other, (one, two) => one * two).Sum();
                axis = [.. axis.Zip(other, (one, two) => one - (along * two))];
            }

            var length = Math.Sqrt(axis.Sum(value => value * value));
            axes.Add(Array.ConvertAll(axis, value => value / length));
        }

        return [.. axes];
    }
}
