using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

/// <summary>Nothing that came later takes part in a score of then: each test plants something that would be seen if it did.</summary>
public sealed class PastScorerTests
{
    private static readonly MtbDnnOptions Small = new() { Members = 2, Branches = 2, Width = 8, Epochs = 2 };

    [Fact]
    public void FewThenManyLater_NewerEditionRewritten_ScoresStayTheSame()
    {
        var (then, later) = TwoEditions.Create();
        var rewritten = later.Map((row, number) => number < TwoEditions.Old ? Rewrite(row, StudyFeatures.All) with { StartsAt = 0, Speaker = "another" } : row);

        var (before, after) = (Score(then, later).Few, Score(then, rewritten).Few);

        Assert.Equal(TwoEditions.Few, before.Count);
        Assert.Equal(before.Select(Said), after.Select(Said));
        Assert.NotEqual(before.Select(live => live.Truth), after.Select(live => live.Truth));
    }

    [Fact]
    public void FewThenManyLater_OlderEditionRewritten_ScoresChange()
    {
        var (then, later) = TwoEditions.Create();

        var (before, after) = (Score(then, later).Few, Score(then.Map((row, _) => row.Score > 0 ? row with { Score = 6 - row.Score } : row), later).Few);

        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First.Posterior, pair.Second.Posterior));
    }

    [Fact]
    public void NewLives_WhatCameAfterTheirStartRewritten_ScoresStayTheSame()
    {
        var (then, later) = TwoEditions.Create();
        // Each speaker's first new live loses its reviews: the second must neither see that nor what else came of it.
        var rewritten = later.Map((row, number) => number switch
        {
            < TwoEditions.Old => row,
            < TwoEditions.Old + (TwoEditions.New / 2) => TwoEditions.Change(Rewrite(row, StudyFeatures.AfterTheLive), (StudyFeatures.ReviewCount, 2)) with { Score = 0 },
            _ => Rewrite(row, StudyFeatures.AfterTheLive),
        });

        var (before, after) = (Score(then, later).New, Score(then, rewritten).New);

        Assert.Equal((TwoEditions.New, TwoEditions.New / 2), (before.Count, after.Count));
        Assert.Equal(before.Skip(TwoEditions.New / 2).Select(Said), after.Select(Said));
        Assert.NotEqual(before.Skip(TwoEditions.New / 2).Select(live => live.Truth), after.Select(live => live.Truth));
    }

    [Fact]
    public void NewLives_WhatIsKnownBeforeRewritten_ScoresChange()
    {
        var (then, later) = TwoEditions.Create();
        var dearer = later.Map((row, number) => number < TwoEditions.Old ? row : TwoEditions.Change(row, ("amount", 4900 - row.Features[StudyRow.IndexOf("amount")])));

        var (before, after) = (Score(then, later).New, Score(then, dearer).New);

        Assert.NotEqual(before.Select(live => live.Prior), after.Select(live => live.Prior));
    }

    [Fact]
    public void Score_ReviewsThen_SayWhatWasShownAndWhatTheScoreIsMadeOf()
    {
        var (then, later) = TwoEditions.Create();

        var (few, coming) = Score(then, later);

        var means = then.Rows.ToDictionary(row => row.Id);
        Assert.All(few, live =>
        {
            var (row, hidden) = (means[live.Id], means[live.Id].Score == 0);
            Assert.Equal(hidden ? null : row.Score, live.Shown);
            Assert.Equal(TwoEditions.Count(row) switch { < 5 => EvidenceBands.None, < 10 => EvidenceBands.Few, _ => EvidenceBands.Some }, live.Band);
            Assert.InRange(live.Posterior, Math.Min(live.Prior, live.Shown ?? live.Prior) - 1e-9, Math.Max(live.Prior, live.Shown ?? live.Prior) + 1e-9);
        });
        Assert.All(coming, live =>
        {
            Assert.Equal((EvidenceBands.None, null), (live.Band, live.Shown));
            Assert.Equal(live.Prior, live.Posterior, 1e-9);
        });
        Assert.All([.. few, .. coming], live => Assert.True(live.Low <= live.Posterior && live.Posterior <= live.High));
    }

    private static StudyRow Rewrite(StudyRow row, IEnumerable<string> columns) =>
        TwoEditions.Change(row, [.. columns.Select(column => (column, row.Features[StudyRow.IndexOf(column)] + 777))]) with { Score = 6 - row.Score };

    private static (string, double?, double, double, double, double) Said(BacktestLive live) => (live.Id, live.Shown, live.Prior, live.Posterior, live.Low, live.High);

    private static (IReadOnlyList<BacktestLive> Few, IReadOnlyList<BacktestLive> New) Score(StudyTable then, StudyTable later) =>
        new PastScorer(Small, 18).Score(new Editions(then, later), null, TestContext.Current.CancellationToken);
}
