using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>
/// Calibrates <see cref="IdentityHead"/> and tries FaceNet's way on it: a projection of the identity vectors learned by triplets, fold by fold on people of the other folds. It is kept only if it tells more pairs of unseen folds right;
/// the manifest has both figures either way.
/// </summary>
internal static class TripletTrainer
{
    /// <summary>Name of the network.</summary>
    public const string Name = IdentityHead.Name;

    /// <param name="set">Pairs of at least two folds.</param>
    /// <param name="seed">The same seed and data give the same head to the bit.</param>
    /// <param name="progress">Hears of each pass.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MiningException">There is one fold only, or nobody has two pictures.</exception>
    public static IFaceHead Train(PairSet set, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var pairs = set.Judged;
        int[] folds = [.. pairs.Select(pair => pair.Fold).Distinct().Order()];
        if (folds.Length < 2)
        {
            throw new MiningException($"{set.Source.Name}: pairs of {folds.Length} folds; a threshold is chosen on one and judged on another, so there must be two or more");
        }

        var same = pairs.Select(pair => pair.Same).ToArray();
        var plain = pairs.Select(pair => IdentityVector.Distance(set.Vectors[pair.First], set.Vectors[pair.Second])).ToArray();
        var projected = new double[pairs.Count];
        foreach (var fold in folds)
        {
            var projection = Learn(set, pair => pair.Fold != fold, seed, progress, cancellationToken);
            foreach (var at in Enumerable.Range(0, pairs.Count).Where(at => pairs[at].Fold == fold))
            {
                projected[at] = Between(projection, set, pairs[at]);
            }
        }

        int[] foldOf = [.. pairs.Select(pair => pair.Fold)];
        var (before, after) = (VerificationFolds.Of(plain, same, foldOf), VerificationFolds.Of(projected, same, foldOf));
        var kept = after.Accuracy > before.Accuracy ? Learn(set, _ => true, seed, progress, cancellationToken) : null;
        // Of the kept projection the thresholds of unseen folds count: on the people it learned from distances are smaller.
        var (threshold, distances) = (kept is null ? before.Thresholds.Average() : after.Thresholds.Average(), kept is null ? plain : projected);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["verification.n"] = pairs.Count,
            ["verification.accuracy"] = before.Accuracy,
            ["verification.auc"] = Agreement.Auc([.. plain.Select(distance => -distance)], same),
            ["verification.projected.accuracy"] = after.Accuracy,
            ["verification.projected.auc"] = Agreement.Auc([.. projected.Select(distance => -distance)], same),
        };
        var state = IdentityHead.StateOf(threshold, Calibrate(distances, same, cancellationToken), kept?.Weights);
        var manifest = new FaceHeadManifest(
            Name, set.Features, ["identity"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), [set.Source], seed, FaceHeadManifest.Defined(metrics), ResearchOnly: true, FaceHeadFile.HashOf(state));
        return new IdentityHead(manifest, state);
    }

    private static TripletProjection Learn(PairSet set, Func<FacePair, bool> takesPart, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        string[] files = [.. set.Judged.Where(takesPart).SelectMany(pair => new[] { pair.First, pair.Second }).Distinct(StringComparer.Ordinal)];
        float[][] vectors = [.. files.Select(file => set.Vectors[file])];
        try
        {
            return new TripletTraining(new TripletOptions { Width = Math.Min(vectors[0].Length, new TripletOptions().Width) }, seed).Fit(vectors, set.People(files), progress, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new MiningException($"{set.Source.Name}: no triplet can be made of these pairs ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    // Each kind of pair counts half, however many there are.
    private static SoftmaxPredictor Calibrate(double[] distances, bool[] same, CancellationToken cancellationToken)
    {
        var share = same.Average(isSame => isSame ? 1.0 : 0);
        double[] weights = [.. same.Select(isSame => 0.5 / (isSame ? share : 1 - share))];
        var answers = Matrix.Of(same.Length, 2, [.. same.SelectMany(isSame => isSame ? new[] { 0.0, 1 } : [1, 0])]);
        return new SoftmaxRegression().Fit(Matrix.Of(distances.Length, 1, distances), answers, weights, null, cancellationToken);
    }

    private static double Between(TripletProjection projection, PairSet set, FacePair pair) =>
        IdentityVector.Distance(projection.Project(set.Vectors[pair.First]), projection.Project(set.Vectors[pair.Second]));
}
