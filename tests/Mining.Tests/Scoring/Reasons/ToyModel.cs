using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Trees;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

/// <summary>Small models with weights by chance or by hand.</summary>
internal static class ToyModel
{
    /// <summary>Rows of numbers 0..1 with the last column a category 0..2; one value in ten is unknown.</summary>
    public static Matrix Rows(Random chance, int rows, int columns) => new Matrix(rows, columns).Map((_, column) =>
        chance.Next(10) == 0 ? double.NaN : column == columns - 1 ? chance.Next(3) : chance.NextDouble());

    /// <summary>Two nets of three branches and trees, all by chance; no column does nothing, but for those told.</summary>
    public static MtbDnnPredictor Random(Random chance, Matrix rows, double share, int width = 5, int idle = -1)
    {
        var codes = ColumnCodes.Fit(rows, new HashSet<int> { rows.Columns - 1 }, 4);
        return new MtbDnnPredictor(
            codes,
            [.. Enumerable.Range(0, 2).Select(_ => new BranchedForward(codes, Weights(chance, codes, width, idle)))],
            new BranchedTrees(MedianImputer.Fit(rows), [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 4).Select(_ => Tree(chance, rows.Columns, idle)).ToArray())]),
            new RobustBlend(share, 0.1));
    }

    /// <summary>One net that is a sum over columns of a factor times how far through its range a number is: no unit is ever silent.</summary>
    public static MtbDnnPredictor Linear(Matrix rows, double[] factors)
    {
        var codes = ColumnCodes.Fit(rows, new HashSet<int>(), 1);
        var matrix = new float[codes.Units];
        for (var column = 0; column < factors.Length; column++)
        {
            matrix[codes[column].First] = (float)factors[column];
        }

        var one = new WeightTensor([1, 1], [1]);
        var high = new WeightTensor([1, 1], [100]);
        var net = new BranchedWeights(new WeightTensor([codes.Units, 1], matrix), one, high, one, one, high, one, new WeightTensor([1], [-200]));
        return new MtbDnnPredictor(codes, [new BranchedForward(codes, net)], new BranchedTrees(MedianImputer.Fit(rows), [[]]), new RobustBlend(1, 0));
    }

    private static BranchedWeights Weights(Random chance, ColumnCodes codes, int width, int idle)
    {
        var matrix1 = Tensor(chance, codes.Units, width);
        if (idle >= 0)
        {
            matrix1.Values.AsSpan(codes[idle].First * width, codes[idle].Units * width).Clear();
        }

        return new BranchedWeights(
            matrix1, Tensor(chance, 3, width), Tensor(chance, 3, width), Tensor(chance, width, width), Tensor(chance, 3, width), Tensor(chance, 3, width), Tensor(chance, 3, width),
            new WeightTensor([3], [0.1f, -0.2f, 0.3f]));
    }

    private static WeightTensor Tensor(Random chance, int rows, int columns) => new([rows, columns], [.. Enumerable.Range(0, rows * columns).Select(_ => (float)((2 * chance.NextDouble()) - 1))]);

    // A chain of five splits that look at any column, some of them twice, then a fork.
    private static GrownTree Tree(Random chance, int columns, int idle)
    {
        TreeSplit[] splits =
        [
            Split(1, ~0), Split(~1, 2), Split(3, 5), Split(4, ~2), Split(~3, ~4), Split(~5, ~6),
        ];
        return new GrownTree(splits, [.. Enumerable.Range(0, 7).Select(_ => (double)(float)chance.NextDouble())]);

        TreeSplit Split(int left, int right)
        {
            int column;
            do
            {
                column = chance.Next(columns);
            }
            while (column == idle);
            return new TreeSplit(column, (float)(column == columns - 1 ? chance.Next(2) : chance.NextDouble()), left, right);
        }
    }
}
