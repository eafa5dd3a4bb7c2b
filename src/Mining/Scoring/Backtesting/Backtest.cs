using LiveQuality.Crawler.Importing;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Study.Tables;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>
/// Asks two editions of the study's table what scores are worth: learns from the older one alone, scores its lives and those to come as of then, and compares with what the newer one says. Of the newer
/// edition only new lives' columns that are known before a live starts are looked at before the comparison.
/// </summary>
/// <remarks>Always of <c>mtb-dnn</c>. With fewer than 18 as the least number of reviews, lives that are scored are among those learnt from, as they are in service.</remarks>
public sealed class Backtest(IOptions<TrainingOptions> options)
{
    /// <summary>Runs a backtest.</summary>
    /// <param name="then">File of the older edition, .xlsx or .csv.</param>
    /// <param name="later">File of the newer edition.</param>
    /// <param name="progress">Hears of passes of all nets, counted as one; called on any thread, one at a time.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="ImportException">A file is not the study's table; the message names the place.</exception>
    /// <exception cref="MiningException">Both groups are empty, there are too few lives to learn from, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public BacktestReport Run(string then, string later, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (old, recent) = (StudyTableReader.Read(then, cancellationToken), StudyTableReader.Read(later, cancellationToken));
        return Run(old, recent, new MtbDnnOptions { Seed = options.Value.Seed }, options.Value.MinReviews, progress, cancellationToken);
    }

    /// <summary>The same on tables that were read already.</summary>
    internal static BacktestReport Run(
        StudyTable then, StudyTable later, MtbDnnOptions network, int minReviews, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var editions = new Editions(then, later);
        var training = editions.Training(minReviews);
        if (editions.FewThenManyLater.Length == 0 && editions.NewLives.Length == 0)
        {
            throw new MiningException(FormattableString.Invariant(
                $"no live of {then.Source.File} had fewer than {EvidenceBands.ManyFrom} reviews and {EvidenceBands.ManyFrom} or more in {later.Source.File}, and no live that is new there has as many"));
        }

        Check(then.Source.File, editions, training, minReviews);
        var (few, coming) = new PastScorer(network, minReviews).Score(editions, progress, cancellationToken);
        return new BacktestReport(then.Source, later.Source, training.Length, minReviews, network.Seed, BacktestGroup.Of(few), BacktestGroup.Of(coming));
    }

    private static void Check(string file, Editions editions, int[] training, int minReviews)
    {
        try
        {
            ScoreTrainer.Check(editions.Then, training, minReviews);
        }
        catch (MiningException e)
        {
            throw new MiningException($"{file}: {e.Message}", e);
        }
    }
}
