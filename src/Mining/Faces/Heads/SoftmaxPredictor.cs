using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Class probabilities from a weighted sum of the columns a class. Never changes, and may be used by several threads.</summary>
internal sealed class SoftmaxPredictor
{
    private const string WeightsName = "weights";
    private const string InterceptsName = "intercepts";

    // [classes, columns] and [classes], 32-bit floats, as a file keeps them: what was just learnt and what was read back give the same bits.
    private readonly float[] _weights;
    private readonly double[] _intercepts;

    /// <param name="state">From <see cref="State"/>.</param>
    /// <exception cref="ModelFormatException">A tensor is missing or has the wrong shape.</exception>
    public SoftmaxPredictor(IReadOnlyDictionary<string, WeightTensor> state)
    {
        State = state;
        _intercepts = state.Numbers(InterceptsName);
        Columns = state.TryGetValue(WeightsName, out var weights) && _intercepts.Length > 0 ? weights.Values.Length / _intercepts.Length : 0;
        _weights = state.Tensor(WeightsName, Classes, Columns).Values;
    }

    /// <summary>How many columns it expects.</summary>
    public int Columns { get; }

    /// <summary>How many classes it tells apart.</summary>
    public int Classes => _intercepts.Length;

    /// <summary>Everything that was learnt, by name: enough to build an equal predictor.</summary>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <summary>Predicts.</summary>
    /// <param name="features">Rows, every value finite.</param>
    /// <returns>[rows, classes], each row with sum 1.</returns>
    /// <exception cref="ArgumentException">The width is wrong or a value is not finite; the message says which.</exception>
    public Matrix Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var predicted = new double[features.Rows * Classes];
        var scores = new float[Classes];
        for (var row = 0; row < features.Rows; row++)
        {
            var values = features.Row(row);
            for (var at = 0; at < Classes; at++)
            {
                var sum = _intercepts[at];
                var weights = _weights.AsSpan(at * Columns, Columns);
                for (var column = 0; column < values.Length; column++)
                {
                    sum += weights[column] * values[column];
                }

                scores[at] = (float)sum;
            }

            Softmax.Of(scores, predicted.AsSpan(row * Classes, Classes));
        }

        return Matrix.Of(features.Rows, Classes, predicted);
    }

    /// <summary>The same predictor for columns that were not scaled.</summary>
    /// <param name="means">What was taken off each column.</param>
    /// <param name="deviations">What it was divided by then.</param>
    public SoftmaxPredictor Unscaled(IReadOnlyList<double> means, IReadOnlyList<double> deviations)
    {
        var weights = _weights.Select((weight, at) => weight / deviations[at % Columns]).ToArray();
        double[] intercepts = [.. _intercepts.Select((intercept, at) => intercept - weights.Skip(at * Columns).Take(Columns).Zip(means, (weight, mean) => weight * mean).Sum())];
        return new(new Dictionary<string, WeightTensor>(StringComparer.Ordinal)
        {
            [WeightsName] = new WeightTensor([Classes, Columns], Array.ConvertAll(weights, weight => (float)weight)),
            [InterceptsName] = StateTensors.Of(intercepts),
        });
    }

    /// <summary>Of parameters as <see cref="SoftmaxObjective"/> lays them out.</summary>
    public static SoftmaxPredictor Of(double[] parameters, int classes)
    {
        var columns = (parameters.Length / classes) - 1;
        var byClass = parameters.Chunk(columns + 1).ToArray();
        return new(new Dictionary<string, WeightTensor>(StringComparer.Ordinal)
        {
            [WeightsName] = new WeightTensor([classes, columns], [.. byClass.SelectMany(own => own[..columns]).Select(value => (float)value)]),
            [InterceptsName] = StateTensors.Of([.. byClass.Select(own => own[columns])]),
        });
    }
}
