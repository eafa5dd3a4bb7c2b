using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>An ensemble of trees that ML.NET trained.</summary>
/// <param name="context">ML.NET's surroundings.</param>
/// <param name="model">What was trained; transforming is free of side effects, so several threads may.</param>
/// <param name="columns">Columns it expects.</param>
internal sealed class TreesPredictor(MLContext context, ITransformer model, int columns) : IPredictor
{
    /// <inheritdoc/>
    public int Columns => columns;

    /// <summary>Trains.</summary>
    /// <param name="features">Rows.</param>
    /// <param name="targets">One number a row.</param>
    /// <param name="trainer">Makes ML.NET's trainer.</param>
    /// <param name="cancellationToken">Looked at once, before: ML.NET cannot be stopped.</param>
    public static TreesPredictor Fit(Matrix features, IReadOnlyList<double> targets, Func<MLContext, IEstimator<ITransformer>> trainer, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        cancellationToken.ThrowIfCancellationRequested();
        var context = new MLContext(seed: 0);
        return new TreesPredictor(context, trainer(context).Fit(TreeRow.View(context, features, targets)), features.Columns);
    }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, columns);
        var scored = model.Transform(TreeRow.View(context, features, null));
        return [.. scored.GetColumn<float>("Score").Select(score => (double)score)];
    }
}
