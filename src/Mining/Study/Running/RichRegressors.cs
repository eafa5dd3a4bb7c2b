using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Trees;

namespace LiveQuality.Mining.Study.Running;

/// <summary>
/// The regressors that the study did not have: they learn from <see cref="RichFeatures"/>, which know of a speaker's earlier lives. Only the honest protocol has them: the original's leaks are about other columns.
/// </summary>
internal static class RichRegressors
{
    /// <summary>LightGBM on the same columns: what the network has to beat.</summary>
    public const string Boosting = "boosting-rich";

    /// <summary>Its nets without its trees.</summary>
    public const string Nets = $"{MtbDnn.Name}-nets";

    /// <summary>Its trees without its nets.</summary>
    public const string Trees = $"{MtbDnn.Name}-trees";

    /// <summary>The whole of it on the study's columns.</summary>
    public const string StudyColumns = $"{MtbDnn.Name}-study-columns";

    /// <summary>The whole of it without what is known of a speaker's earlier lives.</summary>
    public const string NoSpeaker = $"{MtbDnn.Name}-no-speaker";

    /// <summary>Rows that say what each part of <c>mtb-dnn</c> brings.</summary>
    public static IReadOnlyList<string> Ablation { get; } = [Nets, Trees, StudyColumns, NoSpeaker];

    /// <summary>Names, in the table's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [Boosting, MtbDnn.Name, .. Ablation];

    /// <summary>All of them, in the table's order.</summary>
    /// <param name="options">How the network is trained; the seed is the study's.</param>
    public static IReadOnlyList<StudyRegressor> Of(MtbDnnOptions options)
    {
        var whole = new RichFit(MtbDnn.Name, _ => true, (fold, seed, stop) => Parts(fold, options with { Seed = seed }, stop));
        return
        [
            Row(Boosting, "100 trees of 31 leaves, rate 0.1, medians for what is unknown", new RichFit(Boosting, _ => true, Boost)),
            Row(MtbDnn.Name, $"{options.Members} nets of {options.Branches} branches, each with a sum of boosted trees", whole),
            Row(Nets, "the mean of its nets", whole),
            Row(Trees, "the mean of its trees", whole),
            Row(StudyColumns, "the whole, on the study's columns", Whole(StudyColumns, options, StudyFeatures.All.Contains)),
            Row(NoSpeaker, "the whole, without the speaker's earlier lives", Whole(NoSpeaker, options, column => !SpeakerLives.Names.Contains(column) && !SpeakerScores.Names.Contains(column))),
        ];
    }

    private static StudyRegressor Row(string name, string settings, RichFit fit) => new(name, settings, RichFeatures.All.Count(fit.Takes), null, null) { Rich = fit };

    private static RichFit Whole(string name, MtbDnnOptions options, Func<string, bool> takes) => new(
        name, takes, (fold, seed, stop) => new Dictionary<string, double[]> { [name] = Fit(fold, options with { Seed = seed }, stop).Predict(fold.Test) });

    private static Dictionary<string, double[]> Boost(RichFold fold, int seed, CancellationToken cancellationToken)
    {
        var medians = MedianImputer.Fit(fold.Training.Features);
        var predictor = new GradientBoosting().Fit(medians.Apply(fold.Training.Features), fold.Training.Ratings, null, cancellationToken);
        return new() { [Boosting] = predictor.Predict(medians.Apply(fold.Test)) };
    }

    private static Dictionary<string, double[]> Parts(RichFold fold, MtbDnnOptions options, CancellationToken cancellationToken)
    {
        var predictor = Fit(fold, options, cancellationToken);
        double[][] nets = [.. predictor.Nets.Select(net => net.Score(fold.Test))];
        return new()
        {
            [MtbDnn.Name] = predictor.Predict(fold.Test),
            [Nets] = [.. Enumerable.Range(0, fold.Test.Rows).Select(row => nets.Average(net => net[row]))],
            [Trees] = predictor.Trees.Score(fold.Test),
        };
    }

    private static MtbDnnPredictor Fit(RichFold fold, MtbDnnOptions options, CancellationToken cancellationToken) =>
        new MtbDnn(options).Fit(fold.Training, fold.Categories, null, cancellationToken).Predictor;
}
