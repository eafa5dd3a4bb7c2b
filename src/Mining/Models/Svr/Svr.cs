using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>
/// Support vector regression with a tube of free errors (ε-SVR: Vapnik, "Statistical Learning Theory", 1998; in the form of Chang and Lin, "LIBSVM: A
/// Library for Support Vector Machines", section 2.4): minimises ½ |w|² + C Σ max(0, |w·φ(x) + b - y| - ε). <see cref="SmoSolver"/> says how, and when it
/// stops.
/// </summary>
/// <param name="options">Kernel, price of errors, tube, exactness.</param>
/// <exception cref="ArgumentOutOfRangeException">A number of the options is out of range.</exception>
internal sealed class Svr(SvrOptions options) : IRegressor
{
    private readonly SvrOptions _options = options.Checked();

    /// <summary>With the defaults of libsvm and scikit-learn.</summary>
    /// <param name="kernel">How it measures likeness.</param>
    public Svr(SvrKernel kernel)
        : this(new SvrOptions(kernel))
    {
    }

    /// <inheritdoc/>
    public string Kind => _options.Name;

    /// <inheritdoc cref="IRegressor.Fit"/>
    /// <remarks>
    /// Nobody knows beforehand how many steps it takes: progress hears of one pass, when the solution is there. The token is looked at before the first
    /// step, and then every thousand.
    /// </remarks>
    public SvrPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        var kernel = new KernelFunction(_options.Kernel, _options.Gamma.For(features), _options.Coef0, _options.Degree);
        var solution = new SmoSolver(kernel, features, targets, _options).Solve(cancellationToken);
        progress?.Report(new FitProgress(1, 1, solution.TrainingError));
        return new SvrPredictor(kernel, features, solution);
    }

    IPredictor IRegressor.Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        Fit(features, targets, progress, cancellationToken);
}
