using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// Bayesian ridge regression: y ~ N(Xw + b, 1/α), w ~ N(0, 1/λ), with α and λ by evidence maximisation (MacKay, "Bayesian Interpolation", 1992; updates, flat Gamma priors and
/// stopping rule of scikit-learn 1.2's BayesianRidge). The intercept is not penalised.
/// </summary>
/// <param name="starts">
/// Where λ starts, above 0; scikit-learn's 1 where none is given. The evidence has several hills: of several starts the one that ends highest is kept.
/// </param>
internal sealed class BayesianRidge(params double[] starts) : IRegressor
{
    /// <summary>The name people and manifests use.</summary>
    public const string Name = "bayesian-ridge";

    /// <summary>Starts that found the signal wherever it hid, from nearly no penalty to scikit-learn's own.</summary>
    public static readonly IReadOnlyList<double> WideStarts = [1, 1e-2, 1e-4, 1e-6];

    private const double DefaultStart = 1;

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc cref="IRegressor.Fit"/>
    public BayesianRidgePredictor Fit(Matrix features, IReadOnlyList<double> targets, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        using var basis = new RidgeBasis(features, targets);
        var best = default(Evidence);
        foreach (var start in starts.DefaultIfEmpty(DefaultStart))
        {
            var found = Evidence.Climb(basis, start, cancellationToken);
            // The first of equals, so that the order of the starts decides.
            best = best is null || found.LogLikelihood > best.LogLikelihood ? found : best;
        }

        return new BayesianRidgePredictor(basis, best!);
    }

    IPredictor IRegressor.Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        Fit(features, targets, cancellationToken);
}
