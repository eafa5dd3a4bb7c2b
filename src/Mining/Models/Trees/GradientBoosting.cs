using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>
/// Gradient boosting of trees by LightGBM (Ke et al., 2017), squared error, with the settings that scikit-learn's histogram boosting has by default: 100 trees of 31 leaves, at least 20 rows a leaf, learning rate 0.1.
/// Where no tree can grow (fewer than 40 rows, columns that are all constant) it predicts the mean of the targets. One thread and a fixed seed: the same rows give the same bits.
/// </summary>
internal sealed class GradientBoosting : IRegressor
{
    private const int Trees = 100;
    private const int Leaves = 31;
    private const int RowsALeaf = 20;
    private const double LearningRate = 0.1;

    /// <inheritdoc/>
    public string Kind => "boosting";

    /// <summary>ML.NET's trainer, set up.</summary>
    public static LightGbmRegressionTrainer Trainer(MLContext context) => context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
    {
        NumberOfIterations = Trees,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = RowsALeaf,
        LearningRate = LearningRate,
        NumberOfThreads = 1,
        Seed = 0,
        Deterministic = true,
    });

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        TreesPredictor.Fit(features, targets, Grow, averaged: false, cancellationToken);

    private static IReadOnlyList<RegressionTreeBase> Grow(MLContext context, IDataView rows)
    {
        try
        {
            return Trainer(context).Fit(rows).Model.TrainedTreeEnsemble.Trees;
        }
        catch (ArgumentNullException e) when (e.ParamName == "items")
        {
            // Where nothing can be split LightGBM makes one leaf, the mean of the targets; if that is 0, ML.NET makes a tree without thresholds of it and stumbles over that.
            return [];
        }
    }
}
