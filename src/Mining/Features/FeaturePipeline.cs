using LiveQuality.Mining.Features.Rich;

namespace LiveQuality.Mining.Features;

/// <summary>Everything between a <see cref="FeatureTable"/> and a model's inputs, as fitted on the training rows and nothing else. Plain data, saved with the model.</summary>
/// <param name="Columns">Columns that are read from the table.</param>
/// <param name="Imputer">First: unknown values become medians.</param>
/// <param name="Selection">Second: the best columns stay.</param>
/// <param name="Scaler">Third: what stays is scaled.</param>
internal sealed record FeaturePipeline(IReadOnlyList<string> Columns, MedianImputer Imputer, BestColumns Selection, MinMaxScaler Scaler)
{
    /// <summary>Names of the columns that reach the model, in the model's order; in the manifest for people to read.</summary>
    public IEnumerable<string> Selected => Selection.Kept.Select(column => Columns[column]);

    /// <summary>Learns all three steps from training rows.</summary>
    /// <param name="columns">Names of the columns of <paramref name="training"/>.</param>
    /// <param name="training">Training rows, unknown values as NaN; at least one.</param>
    /// <param name="targets">One number a row.</param>
    /// <param name="best">How many of the study's columns to keep by F-test, beside all others; null keeps all.</param>
    public static FeaturePipeline Fit(IReadOnlyList<string> columns, Matrix training, IReadOnlyList<double> targets, int? best) =>
        Fit(columns, training, (training, targets), training, best);

    /// <summary>Learns each step from rows of its own, for those who have to do it wrong.</summary>
    /// <param name="columns">Names of the columns of all three.</param>
    /// <param name="toImpute">What medians are taken of; at least one row.</param>
    /// <param name="toSelect">What columns are chosen by, and one number a row.</param>
    /// <param name="toScale">What the scale is taken of; at least one row.</param>
    /// <param name="best">How many of the study's columns to keep by F-test, beside all others; null keeps all.</param>
    public static FeaturePipeline Fit(IReadOnlyList<string> columns, Matrix toImpute, (Matrix Rows, IReadOnlyList<double> Targets) toSelect, Matrix toScale, int? best)
    {
        var imputer = MedianImputer.Fit(toImpute);
        var selection = best is { } count ? Select(columns, imputer.Apply(toSelect.Rows), toSelect.Targets, count) : BestColumns.All(columns.Count);
        return new(columns, imputer, selection, MinMaxScaler.Fit(selection.Apply(imputer.Apply(toScale))));
    }

    // Portraits come beside what is learnt without them: then a model with them differs from one without in nothing else.
    private static BestColumns Select(IReadOnlyList<string> columns, Matrix rows, IReadOnlyList<double> targets, int count)
    {
        var isStudy = Enumerable.Range(0, columns.Count).ToLookup(column => StudyFeatures.All.Contains(columns[column]));
        int[] study = [.. isStudy[true]];
        return new([.. BestColumns.Fit(rows.SelectColumns(study), targets, count).Kept.Select(kept => study[kept]).Concat(isStudy[false]).Order()]);
    }

    /// <summary>Turns columns as read into model inputs.</summary>
    /// <param name="features">Rows with the columns of <see cref="Columns"/>, unknown values as NaN.</param>
    public Matrix Apply(Matrix features) => Scaler.Apply(Selection.Apply(Imputer.Apply(features)));

    /// <summary>What is wrong with a pipeline that was read from outside, or null when nothing is.</summary>
    internal string? Fault()
    {
        var kept = Selection.Kept;
        return Columns.Any(name => !RichFeatures.All.Contains(name) && !PortraitFeatures.All.Contains(name)) ? "a column is no feature known here"
            : Imputer.Medians.Count != Columns.Count ? $"{Imputer.Medians.Count} medians for {Columns.Count} columns"
            : kept.Any(column => column < 0 || column >= Columns.Count) ? "a selected column does not exist"
            : Scaler.Minimums.Count != kept.Count || Scaler.Maximums.Count != kept.Count ? $"scales do not fit {kept.Count} selected columns"
            : !Imputer.Medians.Concat(Scaler.Minimums).Concat(Scaler.Maximums).All(double.IsFinite) ? "a median or scale is not finite"
            : null;
    }
}
