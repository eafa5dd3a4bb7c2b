using System.Numerics.Tensors;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// A Bayesian ridge regression small enough to be kept beside the code: means are exact; of the doubt about the weights, (x - m)' Σ (x - m), only |S (x - m)|² with 64 random mixtures S of Σ's square root is kept. That is right
/// on average, and within a fifth for two faces in three (Johnson and Lindenstrauss, 1984); the doubt about the weights is itself the smaller part beside the noise.
/// </summary>
internal sealed class BayesianMean
{
    private const int Mixtures = 64;
    private const string WeightsName = "weights";
    private const string MeansName = "means";
    private const string InterceptName = "intercept";
    private const string NoiseName = "noise";
    private const string DoubtName = "doubt";

    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly double _intercept;
    private readonly double _noise;
    private readonly double[][] _doubt;

    /// <param name="state">From <see cref="State"/>.</param>
    /// <exception cref="ModelFormatException">A tensor is missing or has the wrong shape.</exception>
    public BayesianMean(IReadOnlyDictionary<string, WeightTensor> state)
    {
        State = state;
        _weights = state.Numbers(WeightsName);
        _means = state.Numbers(MeansName, _weights.Length);
        (_intercept, _noise) = (state.Number(InterceptName), state.Number(NoiseName));
        _doubt = [.. state.Tensor(DoubtName, Mixtures, _weights.Length).Values.Select(value => (double)value).Chunk(Math.Max(_weights.Length, 1))];
    }

    /// <summary>Everything there is, by name.</summary>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <summary>Fits.</summary>
    /// <param name="rows">[faces, columns], unscaled.</param>
    /// <param name="targets">One a face.</param>
    /// <param name="whitened">How many of the last columns are whitened as one block, so that the penalty means the same along all their directions; the others are scaled one by one.</param>
    /// <param name="seed">Draws the mixtures.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static BayesianMean Fit(Matrix rows, IReadOnlyList<double> targets, int whitened, int seed, CancellationToken cancellationToken)
    {
        var change = ColumnChange.Of(rows, whitened);
        var fitted = new BayesianRidge([.. BayesianRidge.WideStarts]).Fit(change.Apply(rows), targets, cancellationToken);
        var weights = change.Back(fitted.Weights);
        var chance = new Random(seed);
        var doubt = Enumerable.Range(0, Mixtures).SelectMany(_ => change.Back(fitted.MixDoubt(chance)).Select(value => (float)(value / Math.Sqrt(Mixtures)))).ToArray();
        return new BayesianMean(new Dictionary<string, WeightTensor>(StringComparer.Ordinal)
        {
            [WeightsName] = StateTensors.Of(weights),
            [MeansName] = StateTensors.Of([.. change.Means]),
            [InterceptName] = StateTensors.Of([fitted.Intercept - TensorPrimitives.Dot<double>(weights, [.. change.Means])]),
            [NoiseName] = StateTensors.Of([1 / fitted.NoisePrecision]),
            [DoubtName] = new WeightTensor([Mixtures, weights.Length], doubt),
        });
    }

    /// <summary>Predicts for one face.</summary>
    /// <param name="row">[1, columns], unscaled.</param>
    public Estimate Of(Matrix row)
    {
        RegressorInput.Check(row, _weights.Length);
        var centred = new double[_weights.Length];
        TensorPrimitives.Subtract(row.Row(0), _means, centred);
        var doubt = _doubt.Sum(mixture => Math.Pow(TensorPrimitives.Dot<double>(mixture, centred), 2));
        return new Estimate(_intercept + TensorPrimitives.Dot(row.Row(0), _weights), Math.Sqrt(_noise + doubt));
    }
}
