using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>
/// Gradient boosting of trees by LightGBM (Ke et al., 2017), squared error, with the settings that scikit-learn's histogram boosting has by default: 100 trees of 31 leaves, at least 20 rows a leaf, learning rate 0.1.
/// One thread and a fixed seed: the same rows give the same bits.
/// </summary>
internal sealed class GradientBoosting : IRegressor
{
    private const int Trees = 100;
    private const int Leaves = 31;
    private const int RowsALeaf = 20;
    private const double LearningRate = 0.1;

    /// <inheritdoc/>
    public string Kind => "boosting";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        TreesPredictor.Fit(
            features,
            targets,
            context => context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
            {
                NumberOfIterations = Trees,
                NumberOfLeaves = Leaves,
                MinimumExampleCountPerLeaf = RowsALeaf,
                LearningRate = LearningRate,
                NumberOfThreads = 1,
                Seed = 0,
                Deterministic = true,
            }),
            cancellationToken);
}
