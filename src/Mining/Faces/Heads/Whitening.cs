using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// PCA whitening, block by block: z = (x - m) V / √(d + ε d₁), with m the mean, V and d the eigenvectors and eigenvalues of the covariance of the training rows, and d₁ the largest
/// (Kessy, Lewin and Strimmer, "Optimal Whitening and Decorrelation", 2018). Penalties that are equal for all columns then mean the same along loud and quiet directions. ε bounds
/// how much a direction that was quiet in training is turned up when another population is loud there.
/// </summary>
internal sealed class Whitening
{
    /// <summary>ε: share of the largest eigenvalue that is added to each.</summary>
    public const double Epsilon = 1e-8;

    private const string MeansName = "means";
    private const string BlockName = "block-";

    // By block [columns, columns]: an eigenvector, turned up, a column.
    private readonly WeightTensor[] _turns;
    private readonly double[] _means;

    /// <param name="state">From <see cref="State"/>.</param>
    /// <exception cref="ModelFormatException">A tensor is missing or has the wrong shape.</exception>
    public Whitening(IReadOnlyDictionary<string, WeightTensor> state)
    {
        State = state;
        _means = state.Numbers(MeansName);
        _turns = [.. Enumerable.Range(0, state.Count - 1).Select(block => state.Square(BlockName + block))];
        var width = _turns.Sum(turn => turn.Shape[0]);
        if (width != _means.Length)
        {
            throw new ModelFormatException($"weights: blocks of {width} columns for {_means.Length} means");
        }
    }

    /// <summary>How many columns come in and go out.</summary>
    public int Columns => _means.Length;

    /// <summary>Everything that was learnt, by name, in 32-bit floats: what was just learnt and what was read back give the same bits.</summary>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <summary>Learns from training rows; never show it the rows to measure on.</summary>
    /// <param name="rows">[rows, columns], every value finite, at least one row.</param>
    /// <param name="blocks">Which columns belong together, in order.</param>
    /// <exception cref="ArgumentException">There are no rows, the blocks do not cover the columns, or a value is not finite.</exception>
    public static Whitening Fit(Matrix rows, IReadOnlyList<FeatureBlock> blocks)
    {
        if (rows.Rows == 0)
        {
            throw new ArgumentException("nothing to learn from", nameof(rows));
        }

        RegressorInput.Check(rows, blocks.Sum(block => block.Length));
        // Holds for the calling thread only; with one thread sums always come in one order.
        torch.set_num_threads(1);
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var means = ColumnMeans.Of(rows);
        var centred = AlignedTensor.Of(ColumnMeans.TakeOff(rows, means), rows.Rows, rows.Columns);  // [rows, columns]
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { [MeansName] = StateTensors.Of(means) };
        long start = 0;
        for (var block = 0; block < blocks.Count; block++)
        {
            state[BlockName + block] = Turn(centred.narrow(1, start, blocks[block].Length));
            start += blocks[block].Length;
        }

        return new Whitening(state);
    }

    /// <summary>Whitens rows.</summary>
    /// <param name="rows">[rows, columns], every value finite.</param>
    /// <returns>[rows, columns], in each block the loudest direction last.</returns>
    /// <exception cref="ArgumentException">The width is wrong or a value is not finite; the message says which.</exception>
    public Matrix Apply(Matrix rows)
    {
        RegressorInput.Check(rows, Columns);
        torch.set_num_threads(1);
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var centred = AlignedTensor.Of(ColumnMeans.TakeOff(rows, _means), rows.Rows, rows.Columns);  // [rows, columns]
        var turned = new List<Tensor>(_turns.Length);
        long start = 0;
        foreach (var turn in _turns)
        {
            var size = turn.Shape[0];
            turned.Add(centred.narrow(1, start, size).mm(torch.tensor(turn.Values, size, size).to_type(ScalarType.Float64)));
            start += size;
        }

        return Matrix.Of(rows.Rows, rows.Columns, torch.cat(turned, 1).data<double>().ToArray());
    }

    private static WeightTensor Turn(Tensor centred)
    {
        var (values, vectors) = torch.linalg.eigh(centred.t().mm(centred));                 // of n times the covariance, rising
        var squares = values.data<double>().ToArray();
        double[] factors = [.. squares.Select(square => Factor(square, squares[^1], centred.shape[0]))];
        return new WeightTensor(vectors.shape, vectors.mul(torch.tensor(factors)).to_type(ScalarType.Float32).contiguous().data<float>().ToArray());
    }

    // A block that never changes says nothing: 0. Rounding may leave an empty direction a hair below 0.
    private static double Factor(double square, double largest, long rows) => largest > 0 ? 1 / Math.Sqrt((Math.Max(square, 0) + (Epsilon * largest)) / rows) : 0;
}
