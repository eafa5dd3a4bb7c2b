using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>Two editions of the table, lives matched by id. What may be looked at then and what came later are kept apart here, and nowhere else.</summary>
internal sealed class Editions
{
    private static readonly int[] After = [.. StudyFeatures.AfterTheLive.Select(StudyFeatures.IndexOf)];

    private readonly Dictionary<string, double> _truths;

    /// <param name="then">The older edition.</param>
    /// <param name="later">The newer edition.</param>
    public Editions(StudyTable then, StudyTable later)
    {
        Then = then.ToRich();
        var came = later.ToRich().Lives;
        _truths = came.Where(live => live.Score is not null && HasMany(live)).ToDictionary(live => live.Id, live => live.Score!.Value, StringComparer.Ordinal);
        FewThenManyLater = [.. Enumerable.Range(0, Then.Count).Where(row => !HasMany(Then.Lives[row]) && _truths.ContainsKey(Then.Lives[row].Id))];

        // All that are new, also those without a truth: which of them the others see must not depend on what came.
        var old = Then.Lives.Select(live => live.Id).ToHashSet(StringComparer.Ordinal);
        ThenAndNew = new RichTable([.. Then.Lives, .. came.Where(live => !old.Contains(live.Id)).Select(BeforeItsStart)]);
        NewLives = [.. Enumerable.Range(Then.Count, ThenAndNew.Count - Then.Count).Where(row => _truths.ContainsKey(ThenAndNew.Lives[row].Id))];
    }

    /// <summary>The lives of the older edition, as they were.</summary>
    public RichTable Then { get; }

    /// <summary>The same rows, and behind them the new lives with nothing that comes after a live's start: no scores, no counts.</summary>
    public RichTable ThenAndNew { get; }

    /// <summary>Rows of <see cref="Then"/>.</summary>
    public int[] FewThenManyLater { get; }

    /// <summary>Rows of <see cref="ThenAndNew"/>.</summary>
    public int[] NewLives { get; }

    /// <summary>Rows of both tables whose scores were known then.</summary>
    public int[] Known => [.. Enumerable.Range(0, Then.Count)];

    /// <summary>Rows of <see cref="Then"/> to learn from.</summary>
    public int[] Training(int minReviews) =>
        [.. Enumerable.Range(0, Then.Count).Where(row => Then.Lives[row].Score is not null && ScoreSlices.ReviewCount(Then.Lives[row]) >= minReviews)];

    /// <summary>The mean rating that a live has later.</summary>
    /// <exception cref="KeyNotFoundException">The live is in none of the two groups.</exception>
    public double TruthOf(string id) => _truths[id];

    private static bool HasMany(RichLive live) => ScoreSlices.ReviewCount(live) >= EvidenceBands.ManyFrom;

    private static RichLive BeforeItsStart(RichLive live)
    {
        double[] known = [.. live.Study];
        foreach (var column in After)
        {
            known[column] = double.NaN;
        }

        return live with { Study = known, Score = null };
    }
}
