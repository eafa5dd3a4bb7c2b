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
    /// <inheritdoc/>
    public string Kind => "boosting";

    /// <summary>ML.NET's trainer, set up.</summary>
    /// <param name="context">ML.NET.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="weighted">Whether rows weigh what <see cref="TreeRow.Weight"/> says.</param>
    public static LightGbmRegressionTrainer Trainer(MLContext context, BoostingOptions options, bool weighted = false) => context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
    {
        NumberOfIterations = options.Trees,
        NumberOfLeaves = options.Leaves,
        MinimumExampleCountPerLeaf = options.RowsALeaf,
        LearningRate = options.LearningRate,
        Booster = new GradientBooster.Options { L2Regularization = options.L2, FeatureFraction = options.ColumnShare },
        ExampleWeightColumnName = weighted ? nameof(TreeRow.Weight) : null,
        NumberOfThreads = 1,
        Seed = 0,
        Deterministic = true,
    });

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        TreesPredictor.Fit(features, targets, (context, rows) => Grow(Trainer(context, new BoostingOptions()), rows), averaged: false, cancellationToken);

    /// <summary>Trains.</summary>
    /// <returns>The trees, whose sum is the prediction; none where nothing can be split and the mean of the targets is 0.</returns>
    public static IReadOnlyList<RegressionTreeBase> Grow(LightGbmRegressionTrainer trainer, IDataView rows)
    {
        try
        {
            return trainer.Fit(rows).Model.TrainedTreeEnsemble.Trees;
        }
        catch (ArgumentNullException e) when (e.ParamName == "items")
        {
            // Where nothing can be split LightGBM makes one leaf, the mean of the targets; if that is 0, ML.NET makes a tree without thresholds of it and stumbles over that.
            return [];
        }
    }
}
