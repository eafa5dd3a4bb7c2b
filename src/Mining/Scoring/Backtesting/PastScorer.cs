using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>Learns from the older of two editions and scores the lives of both groups as of then, the way that lives are scored in service.</summary>
/// <param name="network">How networks are trained.</param>
/// <param name="minReviews">Least number of reviews of lives to learn from, 1 or more.</param>
internal sealed class PastScorer(MtbDnnOptions network, int minReviews)
{
    /// <summary>Scores both groups; of a group without lives the model is not trained.</summary>
    /// <param name="editions">The editions.</param>
    /// <param name="progress">Hears of passes of all nets, counted as one; called on any thread, one at a time.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="MiningException">There are too few lives or speakers to learn from, or the training diverged.</exception>
    public (IReadOnlyList<BacktestLive> FewThenManyLater, IReadOnlyList<BacktestLive> NewLives) Score(Editions editions, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var shared = new SharedProgress(progress, new[] { editions.FewThenManyLater, editions.NewLives }.Count(rows => rows.Length > 0));
        var few = Score(ScoreBases.Warm, editions, editions.Then, editions.FewThenManyLater, shared.Of(0), cancellationToken);
        return (few, Score(ScoreBases.Cold, editions, editions.ThenAndNew, editions.NewLives, shared.Of(few.Length > 0 ? 1 : 0), cancellationToken));
    }

    private BacktestLive[] Score(string basis, Editions editions, RichTable lives, int[] rows, IProgress<FitProgress> progress, CancellationToken cancellationToken)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        var known = editions.Known;
        var trained = new ScoreTraining(network).Fit(basis, editions.Then, known, editions.Training(minReviews), progress, cancellationToken);
        return
        [
            .. new SideScorer(basis, trained.Side, trained.Predictor).Score(lives, known, rows, new ScoreOrder(string.Empty, Reasons: false, DateTimeOffset.UnixEpoch), cancellationToken).Select(scored =>
            {
                var evidence = ScoreSlices.Evidence(lives.Lives[scored.Row]);
                return new BacktestLive(
                    scored.Score.Id,
                    EvidenceBands.Of(evidence),
                    evidence.Count > 0 ? evidence.Mean : null,
                    scored.Score.Predicted!.Value,
                    scored.Score.Value,
                    scored.Score.Low!.Value,
                    scored.Score.High!.Value,
                    editions.TruthOf(scored.Score.Id));
            }),
        ];
    }
}
