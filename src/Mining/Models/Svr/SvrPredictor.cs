using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>A regression function Σ β K(v, ·) + b over the support vectors v; of the linear kernel only the one vector w = Σ β v is kept.</summary>
internal sealed class SvrPredictor : IPredictor
{
    private readonly KernelPoints? _vectors;
    private readonly double[] _weights;

    /// <param name="kernel">The kernel that was learnt with.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="solution">What the solver found for them.</param>
    public SvrPredictor(KernelFunction kernel, Matrix rows, SvrSolution solution)
    {
        (Columns, Solution) = (rows.Columns, solution);
        int[] support = [.. Enumerable.Range(0, rows.Rows).Where(row => solution.Beta[row] != 0)];
        SupportVectors = support.Length;
        if (kernel.Kind == SvrKernel.Linear)
        {
            _weights = new double[rows.Columns];
            foreach (var row in support)
            {
                TensorPrimitives.MultiplyAdd(rows.Row(row), solution.Beta[row], _weights, _weights);
            }
        }
        else
        {
            _vectors = new KernelPoints(kernel, rows, support);
            _weights = new double[_vectors.Length];
            for (var vector = 0; vector < support.Length; vector++)
            {
                _weights[vector] = solution.Beta[support[vector]];
            }
        }
    }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <summary>What the solver found.</summary>
    public SvrSolution Solution { get; }

    /// <summary>How many training rows the function leans on.</summary>
    public int SupportVectors { get; }

    /// <inheritdoc/>
    /// <exception cref="MiningException">A row lies so far from those learnt from that the function is no number there; the message says which.</exception>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var predicted = new double[features.Rows];
        var (values, spare) = (new double[_weights.Length], new double[_weights.Length]);
        for (var row = 0; row < predicted.Length; row++)
        {
            var point = features.Row(row);
            _vectors?.Compare(point, values, spare);
            predicted[row] = TensorPrimitives.Dot(_vectors is null ? point : values, _weights) + Solution.Bias;
            if (!double.IsFinite(predicted[row]))
            {
                throw new MiningException($"the prediction for row {row} is {predicted[row]}: it lies too far from the rows learnt from; scale the columns");
            }
        }

        return predicted;
    }
}
