using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>Measures how well a head tells people apart. With two folds or more each is judged by the threshold that is best on the others (LFW's protocol); <c>accuracyCalibrated</c> takes the head's own threshold.</summary>
internal static class VerificationEvaluator
{
    /// <param name="set">Pairs.</param>
    /// <param name="head">Who is asked.</param>
    /// <param name="seed">Sets the bootstrap's draws.</param>
    /// <exception cref="MiningException">The head does not tell people apart, or no pair has a face in both pictures.</exception>
    public static FaceEvaluation Evaluate(PairSet set, IFaceHead head, int seed)
    {
        if (head is not IdentityHead identity)
        {
            throw new MiningException($"{head.Manifest.Id} says nothing of {FaceTasks.Verification}");
        }

        var pairs = set.Judged;
        if (pairs.Count == 0)
        {
            throw new MiningException($"{set.Source.Name}: no pair has a face in both pictures");
        }

        FeatureMatch.Check(head.Manifest, set.Features);
        double[] distances = [.. pairs.Select(pair => identity.Distance(set.Vectors[pair.First], set.Vectors[pair.Second]))];
        bool[] same = [.. pairs.Select(pair => pair.Same)];
        int[] folds = [.. pairs.Select(pair => pair.Fold)];
        var own = new VerificationThreshold(identity.Threshold, double.NaN);
        var figures = new Dictionary<string, Func<IReadOnlyList<int>, double>>(StringComparer.Ordinal)
        {
            ["accuracy"] = rows => folds.Distinct().Count() > 1 ? Crossed(rows) : Calibrated(rows),
            ["accuracyCalibrated"] = Calibrated,
            ["auc"] = rows => Agreement.Auc([.. rows.Select(row => -distances[row])], [.. rows.Select(row => same[row])]),
        };
        return EvaluationFigures.Report(FaceTasks.Verification, head, set.Features, pairs.Count, 1 - ((double)pairs.Count / set.Pairs.Count), figures, "accuracy", [], seed);

        double Calibrated(IReadOnlyList<int> rows) => own.AccuracyOn([.. rows.Select(row => distances[row])], [.. rows.Select(row => same[row])]);

        double Crossed(IReadOnlyList<int> rows)
        {
            int[] some = [.. rows.Select(row => folds[row])];
            return some.Distinct().Count() > 1
                ? VerificationFolds.Of([.. rows.Select(row => distances[row])], [.. rows.Select(row => same[row])], some).Accuracy
                : double.NaN;
        }
    }
}
