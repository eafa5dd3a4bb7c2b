using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Scoring.Reasons;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>Trains the two networks of a model, and learns from what they say of speakers they have not seen how far they are to be believed.</summary>
/// <param name="network">How networks are trained.</param>
internal sealed class ScoreTraining(MtbDnnOptions network)
{
    /// <summary>Fewer lives than this with <see cref="EvidenceBands.ManyFrom"/> or more reviews are refused.</summary>
    public const int FewestLives = PriorAndEvidenceFit.FewestLives;

    /// <summary>Fewer speakers than this are refused.</summary>
    public const int FewestSpeakers = 10;

    private static readonly HashSet<string> Before = [.. RichFeatures.KnownBefore, .. TextFeatures.All, .. PortraitFeatures.All];

    /// <summary>Trains one side.</summary>
    /// <param name="basis">One of <see cref="Crawler.Records.ScoreBases"/>: what may be learnt from.</param>
    /// <param name="lives">All lives.</param>
    /// <param name="known">Rows whose scores may be looked at by later lives.</param>
    /// <param name="rows">Rows to learn from, all with a score.</param>
    /// <param name="progress">Hears of passes of nets; called on any thread, one at a time.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="MiningException">There are too few lives or speakers, or the training diverged.</exception>
    public TrainedSide Fit(
        string basis, RichTable lives, IReadOnlyCollection<int> known, IReadOnlyList<int> rows, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        int[] kept = [.. Enumerable.Range(0, lives.Columns.Count).Where(column => basis == Crawler.Records.ScoreBases.Warm || Before.Contains(lives.Columns[column]))];
        string[] columns = [.. kept.Select(column => lives.Columns[column])];
        HashSet<int> categories = [.. Enumerable.Range(0, columns.Length).Where(column => RichFeatures.Categories.Contains(columns[column]))];
        var rated = new RatedRows(
            lives.ToMatrix(known, rows).SelectColumns(kept),
            [.. rows.Select(row => lives.Lives[row].Score!.Value)],
            [.. rows.Select(row => (double)Math.Max(1, ScoreSlices.ReviewCount(lives.Lives[row])))],
            [.. rows.Select(row => lives.Lives[row].Speaker)]);
        var fit = new MtbDnn(network).Fit(rated, categories, progress, cancellationToken);

        var reviewed = Reviewed(lives, rows, fit.OutOfFold);
        var prior = PriorOf(reviewed);
        var intervals = ConformalIntervals.Fit(Calibration.Rows(reviewed, prior, Chance()));
        return new TrainedSide(
            new ScoreSide(
                columns, fit.Epochs, fit.Predictor.Blend.Share, prior, intervals, Errors.Of(fit.OutOfFold, rated.Ratings), Coverage(reviewed), [.. Baseline.Of(rated.Features, categories).Select(value => double.IsNaN(value) ? (double?)null : value)]),
            fit.Predictor,
            fit.OutOfFold);
    }

    // Of lives whose final mean means something. Interval ends are for final means.
    private static ReviewedLive[] Reviewed(RichTable lives, IReadOnlyList<int> rows, double[] predicted)
    {
        var slices = ScoreSlices.Of(lives, rows);
        return
        [
            .. rows.Select((row, index) => new ReviewedLive(lives.Lives[row].Speaker, slices[index], predicted[index], ScoreSlices.Evidence(lives.Lives[row])))
                .Where(live => live.Final.Count >= EvidenceBands.ManyFrom),
        ];
    }

    private static PriorAndEvidence PriorOf(IReadOnlyList<ReviewedLive> lives) => PriorAndEvidenceFit.Fit([.. lives.Select(live => live.Predicted)], [.. lives.Select(live => live.Final)]);

    // Each part of the speakers is covered by what was learnt from the others.
    private CoverageReport Coverage(ReviewedLive[] lives)
    {
        var tally = new CoverageTally();
        string[] speakers = [.. lives.Select(live => live.Speaker)];
        foreach (var fold in FoldPlan.Lasting(speakers, network.Members, FoldPlan.SaltOf(speakers, network.Members)))
        {
            ReviewedLive[] others = [.. fold.Training.Select(row => lives[row])];
            if (others.Length < FewestLives)
            {
                continue;
            }

            var prior = PriorOf(others);
            var intervals = ConformalIntervals.Fit(Calibration.Rows(others, prior, Chance()));
            var thinning = new Thinning(prior.RatingShare, Chance());
            foreach (var live in fold.Test.Select(row => lives[row]))
            {
                foreach (var evidence in thinning.Earlier(live.Final))
                {
                    var score = prior.Weigh(live.Predicted, evidence);
                    var band = EvidenceBands.Of(evidence);
                    var (low, high) = intervals.Around(score.Mean, score.Deviation, band, live.Slices);
                    tally.Add(live, band, live.Final.Mean >= low && live.Final.Mean <= high);
                }
            }
        }

        return tally.Report();
    }

    private Random Chance() => new(network.Seed);
}
