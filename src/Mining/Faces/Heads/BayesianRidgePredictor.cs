using System.Numerics.Tensors;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// A Gaussian belief about the weights, and what follows for a row. Mean: b + w'x. Variance: 1/α + (x - m)' (λI + αX'X)⁻¹ (x - m), m the mean of the training rows; also along the
/// directions that no training row takes, where all that is known is λ (scikit-learn 1.2 counts 0 there, and forgets to take m off).
/// </summary>
internal sealed class BayesianRidgePredictor : IStorablePredictor
{
    private const string WeightsName = "weights";
    private const string MeansName = "means";
    private const string DirectionsName = "directions";
    private const string SquaresName = "squares";
    private const string InterceptName = "intercept";
    private const string NoiseName = "noise-precision";
    private const string WeightPrecisionName = "weight-precision";

    // 32-bit floats, as a file keeps them: what was just learnt and what was read back give the same bits.
    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly double[] _squares;
    private readonly float[] _directions;

    /// <param name="state">From <see cref="State"/>.</param>
    /// <exception cref="ModelFormatException">A tensor is missing or has the wrong shape.</exception>
    public BayesianRidgePredictor(IReadOnlyDictionary<string, WeightTensor> state)
    {
        State = state;
        _weights = state.Numbers(WeightsName);
        _means = state.Numbers(MeansName, _weights.Length);
        _squares = state.Numbers(SquaresName);
        _directions = state.Tensor(DirectionsName, _squares.Length, _weights.Length).Values;
        (Intercept, NoisePrecision, WeightPrecision) = (state.Number(InterceptName), state.Number(NoiseName), state.Number(WeightPrecisionName));
        if (NoisePrecision <= 0 || WeightPrecision <= 0)
        {
            throw new ModelFormatException($"weights: {NoiseName} {NoisePrecision} and {WeightPrecisionName} {WeightPrecision} must be above 0");
        }
    }

    /// <param name="basis">What was learnt from.</param>
    /// <param name="evidence">What was found.</param>
    public BayesianRidgePredictor(RidgeBasis basis, Evidence evidence)
        : this(ToState(basis, evidence))
    {
    }

    /// <inheritdoc/>
    public int Columns => _weights.Length;

    /// <summary>One number a column.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>What a row of zeros gets.</summary>
    public double Intercept { get; }

    /// <summary>α: 1 / variance of the noise.</summary>
    public double NoisePrecision { get; }

    /// <summary>λ: 1 / variance of a weight before anything was seen.</summary>
    public double WeightPrecision { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var means = new double[features.Rows];
        for (var row = 0; row < means.Length; row++)
        {
            means[row] = Intercept + TensorPrimitives.Dot(features.Row(row), _weights);
        }

        return means;
    }

    /// <summary>Predicts with doubt; costs directions x columns a row.</summary>
    /// <param name="features">Rows, every value finite.</param>
    /// <returns>One estimate a row.</returns>
    /// <exception cref="ArgumentException">The width is wrong or a value is not finite; the message says which.</exception>
    public Estimate[] Estimate(Matrix features)
    {
        var (means, estimates, centred) = (Predict(features), new Estimate[features.Rows], new double[Columns]);
        for (var row = 0; row < estimates.Length; row++)
        {
            TensorPrimitives.Subtract(features.Row(row), _means, centred);
            estimates[row] = new Estimate(means[row], Math.Sqrt((1 / NoisePrecision) + Variance(centred)));
        }

        return estimates;
    }

    /// <summary>A random mixture r of the doubt about the weights: over many of them the mean of (r'(x - m))² is the variance that this doubt gives x.</summary>
    /// <param name="chance">Draws it.</param>
    public double[] MixDoubt(Random chance)
    {
        // Σ^½ g with g of independent normal numbers: g / √λ, and along each direction that was seen the share that seeing it left.
        var drawn = Normal(chance);
        var unseen = 1 / Math.Sqrt(WeightPrecision);
        var mixture = Array.ConvertAll(drawn, number => number * unseen);
        for (var direction = 0; direction < _squares.Length; direction++)
        {
            var factor = Along(direction, drawn) * ((1 / Math.Sqrt(WeightPrecision + (NoisePrecision * _squares[direction]))) - unseen);
            for (var column = 0; column < Columns; column++)
            {
                mixture[column] += factor * _directions[(direction * Columns) + column];
            }
        }

        return mixture;
    }

    private double[] Normal(Random chance)
    {
        var numbers = new double[Columns];
        for (var i = 0; i < numbers.Length; i++)
        {
            // Box and Muller, 1958.
            numbers[i] = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        }

        return numbers;
    }

    private double Variance(double[] centred)
    {
        double variance = 0, seen = 0;
        for (var direction = 0; direction < _squares.Length; direction++)
        {
            var along = Along(direction, centred);
            seen += along * along;
            variance += along * along / (WeightPrecision + (NoisePrecision * _squares[direction]));
        }

        // Where the directions fill the space nothing is unseen but rounding.
        return _squares.Length == Columns ? variance : variance + (Math.Max(TensorPrimitives.SumOfSquares<double>(centred) - seen, 0) / WeightPrecision);
    }

    private double Along(int direction, double[] centred)
    {
        var sum = 0.0;
        var vector = _directions.AsSpan(direction * Columns, Columns);
        for (var column = 0; column < vector.Length; column++)
        {
            sum += vector[column] * centred[column];
        }

        return sum;
    }

    private static Dictionary<string, WeightTensor> ToState(RidgeBasis basis, Evidence evidence)
    {
        var weights = basis.ToColumns(evidence.Weights);
        return new(StringComparer.Ordinal)
        {
            [WeightsName] = StateTensors.Of(weights),
            [MeansName] = StateTensors.Of(basis.Means),
            [SquaresName] = StateTensors.Of(basis.Squares),
            [DirectionsName] = new WeightTensor([basis.Squares.Length, basis.Columns], basis.Directions()),
            [InterceptName] = StateTensors.Of([basis.TargetMean - TensorPrimitives.Dot<double>(weights, basis.Means)]),
            [NoiseName] = StateTensors.Of([evidence.NoisePrecision]),
            [WeightPrecisionName] = StateTensors.Of([evidence.WeightPrecision]),
        };
    }
}
