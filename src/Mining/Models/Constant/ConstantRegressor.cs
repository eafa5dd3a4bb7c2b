using LiveQuality.Mining.Features;
using MathNet.Numerics.Statistics;

namespace LiveQuality.Mining.Models.Constant;

/// <summary>Says one number for every row: what any regressor has to beat. The mean is best by squared error, the median by absolute error.</summary>
internal sealed class ConstantRegressor : IRegressor
{
    private readonly Func<IEnumerable<double>, double> _middle;

    private ConstantRegressor(string kind, Func<IEnumerable<double>, double> middle) => (Kind, _middle) = (kind, middle);

    /// <inheritdoc/>
    public string Kind { get; }

    /// <summary>The mean of the training targets.</summary>
    public static ConstantRegressor Mean { get; } = new("mean", Statistics.Mean);

    /// <summary>The median of the training targets.</summary>
    public static ConstantRegressor Median { get; } = new("median", Statistics.Median);

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        return new LinearPredictor(new double[features.Columns], _middle(targets));
    }
}
