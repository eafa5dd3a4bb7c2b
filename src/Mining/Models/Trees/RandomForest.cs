using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>
/// A random forest (Breiman, 2001) by ML.NET's FastForest: the mean of 100 trees of up to 255 leaves and at least 5 rows a leaf, each grown on 7 in 10 of the rows, drawn without replacement (a bootstrap of all rows holds 63 % of them).
/// Where no tree can grow (fewer than 10 rows, columns that are all constant) it predicts the mean of the targets. One thread and fixed seeds: the same rows give the same bits.
/// </summary>
internal sealed class RandomForest : IRegressor
{
    private const int Trees = 100;

    // Deep enough: cross-validation within training rows of the study finds no gain in 512 leaves, 2 rows a leaf or 255 bins a column, which together take four to five times as long; with 64 leaves errors grow.
    private const int Leaves = 255;
    private const int RowsALeaf = 5;
    private const int Bins = 31;

    /// <inheritdoc/>
    public string Kind => "random-forest";

    /// <summary>ML.NET's trainer, set up.</summary>
    public static FastForestRegressionTrainer Trainer(MLContext context) => context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
    {
        NumberOfTrees = Trees,
        NumberOfLeaves = Leaves,
        MinimumExampleCountPerLeaf = RowsALeaf,
        MaximumBinCountPerFeature = Bins,
        // Every split of every tree sees every column, as with scikit-learn; ML.NET hides 3 in 10, twice.
        FeatureFraction = 1,
        FeatureFractionPerSplit = 1,
        // Packing of sparse columns: the same trees, later.
        FeatureFlocks = false,
        NumberOfThreads = 1,
    });

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        TreesPredictor.Fit(features, targets, (context, rows) => Trainer(context).Fit(rows).Model.TrainedTreeEnsemble.Trees, averaged: true, cancellationToken);
}
