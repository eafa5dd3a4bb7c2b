using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

/// <summary>The promise on real lives whose speakers were seen neither by the model, nor by what weighs it against the reviews, nor by the intervals.</summary>
public sealed class JanuaryCoverageTests
{
    // Of a slice with fewer lives than this a share of 87 % cannot be told from one of 90 %.
    private const int FewestLives = 100;
    private const int Draws = 10;

    private sealed record Outcome(string Band, IReadOnlyList<string> Slices, double Weight, double Shown, double Prior, double Posterior, double Truth, bool Covered, double Width);

    [Fact]
    public void Intervals_HeldOutSpeakers_CoverNinetyInAHundredAndEachSliceEightySeven()
    {
        var outcomes = JanuaryLives.Read(TestContext.Current.CancellationToken).Splits().SelectMany(split => Score(split.Calibration, split.HeldOut)).ToArray();

        var faults = new List<string>();
        foreach (var band in outcomes.GroupBy(outcome => outcome.Band, StringComparer.Ordinal))
        {
            var covered = Share([.. band]);
            var bySpeaker = band.Sum(outcome => outcome.Covered ? outcome.Weight : 0) / band.Sum(outcome => outcome.Weight);
            Say($"{band.Key}: {covered:P1} of lives, {bySpeaker:P1} by speaker, mean width {band.Average(outcome => outcome.Width):F3}, n {band.Count() / Draws}");
            Note(covered is < 0.88 or > 0.92 || bySpeaker < 0.88, $"{band.Key}: {covered:P1}, {bySpeaker:P1}");
            foreach (var slice in band.SelectMany(outcome => outcome.Slices.Select(slice => (slice, outcome))).GroupBy(pair => pair.slice, pair => pair.outcome).OrderBy(slice => slice.Key, StringComparer.Ordinal))
            {
                Say($"  {slice.Key}: {Share([.. slice]):P1} n {slice.Count() / Draws}");
                // What a live ends with is known only afterwards, so no slice is calibrated by it.
                var promised = slice.Key.StartsWith("ends with", StringComparison.Ordinal) ? 0.83 : 0.87;
                Note(slice.Count() >= FewestLives * Draws && Share([.. slice]) < promised, $"{band.Key} {slice.Key}: {Share([.. slice]):P1}");
            }
        }

        Assert.Empty(faults);

        void Note(bool bad, string fault) => faults.AddRange(bad ? [fault] : []);
    }

    [Fact]
    public void Weigh_FewReviews_ComesNearerThanTheirMeanAndThanTheModel()
    {
        var outcomes = JanuaryLives.Read(TestContext.Current.CancellationToken).Splits().SelectMany(split => Score(split.Calibration, split.HeldOut)).ToLookup(outcome => outcome.Band);

        foreach (var band in outcomes.Where(band => band.Key != EvidenceBands.None))
        {
            double[] truth = [.. band.Select(outcome => outcome.Truth)];
            var (shown, prior, posterior) = (Errors.Of([.. band.Select(outcome => outcome.Shown)], truth), Errors.Of([.. band.Select(outcome => outcome.Prior)], truth), Errors.Of([.. band.Select(outcome => outcome.Posterior)], truth));
            Say($"{band.Key}: shown {shown}, prior {prior}, posterior {posterior}");
            Assert.True(posterior.Rmse < shown.Rmse && posterior.Rmse < prior.Rmse);
            Assert.True(posterior.Mae < shown.Mae && posterior.Mae < prior.Mae);
        }
    }

    private static IEnumerable<Outcome> Score(ReviewedLive[] calibration, ReviewedLive[] heldOut)
    {
        var prior = PriorAndEvidenceFit.Fit([.. calibration.Select(live => live.Predicted)], [.. calibration.Select(live => live.Final)]);
        var intervals = ConformalIntervals.Fit(Calibration.Rows(calibration, prior, new Random(1)));
        Say($"T {prior.PriorShare:F4}, C {prior.RatingShare:F3}, k {prior.PriorReviews:F2}; {string.Join(", ", intervals.Bands.Select(band => $"{band.Key} {band.Value.Scale:F3} ({band.Value.Speakers})"))}");
        var lives = heldOut.CountBy(live => live.Speaker).ToDictionary();
        var thinning = new Thinning(RatingSpread.OfSite.Share, new Random(2));
        return [.. Enumerable.Range(0, Draws).SelectMany(_ => heldOut.SelectMany(live => thinning.Earlier(live.Final).Select(evidence =>
        {
            var score = prior.Weigh(live.Predicted, evidence);
            var band = EvidenceBands.Of(evidence);
            var (low, high) = intervals.Around(score.Mean, score.Deviation, band, live.Slices);
            return new Outcome(
                band, [.. live.Slices, FinalBand(live.Final.Count)], 1.0 / lives[live.Speaker], evidence.Mean, live.Predicted, score.Mean, live.Final.Mean,
                live.Final.Mean >= low && live.Final.Mean <= high, high - low);
        })))];
    }

    private static string FinalBand(long count) => count switch
    {
        < 30 => "ends with 18-29",
        < 60 => "ends with 30-59",
        < 120 => "ends with 60-119",
        _ => "ends with 120+",
    };

    private static double Share(IReadOnlyCollection<Outcome> outcomes) => (double)outcomes.Count(outcome => outcome.Covered) / outcomes.Count;

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
