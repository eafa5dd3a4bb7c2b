using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using MathNet.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// Centred rows X and targets y seen along the eigenvectors of the smaller of X'X and XX', where every ridge of X is diagonal: one decomposition, then each penalty costs one pass
/// over the directions. In libtorch's 64-bit floats: MathNet's managed decomposition takes minutes at 2,400 columns.
/// </summary>
internal sealed class RidgeBasis : IDisposable
{
    // [columns, directions], orthonormal columns.
    private readonly Tensor _directions;

    /// <param name="features">[rows, columns], checked.</param>
    /// <param name="targets">[rows].</param>
    public RidgeBasis(Matrix features, IReadOnlyList<double> targets)
    {
        (Rows, Columns) = (features.Rows, features.Columns);
        Means = ColumnMeans.Of(features);
        TargetMean = targets.Average();
        double[] centred = [.. targets.Select(target => target - TargetMean)];
        TargetSquare = centred.Sum(value => value * value);

        // Holds for the calling thread only; with one thread sums always come in one order.
        torch.set_num_threads(1);
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var x = AlignedTensor.Of(ColumnMeans.TakeOff(features, Means), Rows, Columns);          // [rows, columns]
        var narrow = Rows > Columns;
        var (values, vectors) = torch.linalg.eigh(narrow ? torch.mm(x.t(), x) : torch.mm(x, x.t()));
        // Rounding may leave an empty direction a hair below 0.
        Squares = Array.ConvertAll(values.data<double>().ToArray(), value => Math.Max(value, 0));
        if (!narrow)
        {
            // Values rise. The first ones belong to sums of rows that are 0 but for rounding: those point nowhere.
            var none = Squares.Count(square => square <= Squares[^1] * Math.Max(Rows, Columns) * Precision.PositiveDoublePrecision);
            Squares = Squares[none..];
            vectors = torch.mm(x.t(), vectors.narrow(1, none, Squares.Length)).div_(torch.tensor(Squares).sqrt());
        }

        Crossed = torch.mv(vectors.t(), torch.mv(x.t(), AlignedTensor.Of(centred, Rows))).data<double>().ToArray();
        _directions = vectors.contiguous().DetachFromDisposeScope();
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>What was taken off each column.</summary>
    public double[] Means { get; }

    /// <summary>What was taken off the targets.</summary>
    public double TargetMean { get; }

    /// <summary>y'y.</summary>
    public double TargetSquare { get; }

    /// <summary>The square of X's length along each direction, 0 or more. At most as many as the columns: the rows have nothing along the rest.</summary>
    public double[] Squares { get; }

    /// <summary>X'y along each direction.</summary>
    public double[] Crossed { get; }

    /// <summary>Turns weights of directions into weights of columns.</summary>
    public double[] ToColumns(double[] weights)
    {
        using var scope = torch.NewDisposeScope();
        return torch.mv(_directions, AlignedTensor.Of(weights, weights.Length)).data<double>().ToArray();
    }

    /// <summary>[directions, columns], row after row, as 32-bit floats.</summary>
    public float[] Directions()
    {
        using var scope = torch.NewDisposeScope();
        return _directions.t().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    public void Dispose() => _directions.Dispose();
}
