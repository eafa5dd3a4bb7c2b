using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

public sealed class EditionsTests
{
    [Theory]
    [InlineData(17, 18, true)]
    [InlineData(0, 18, true)]
    [InlineData(18, 40, false)]
    [InlineData(17, 17, false)]
    public void FewThenManyLater_ReviewsThenAndLater_BelowEighteenAndFromEighteen(double then, double later, bool isIn)
    {
        var (old, recent) = TwoEditions.Create();

        var editions = new Editions(With(old, 1, then), With(recent, 1, later));

        Assert.Equal(isIn, editions.FewThenManyLater.Contains(1));
        Assert.Equal(TwoEditions.Few + (isIn ? 1 : 0), editions.FewThenManyLater.Length);
    }

    [Fact]
    public void NewLives_RowsOfTheNewerEditionAlone_ComeBehindWithNothingThatCameAfterTheirStart()
    {
        var (old, recent) = TwoEditions.Create();

        // In another order, since lives are matched by id.
        var editions = new Editions(old, recent with { Rows = [.. With(recent, TwoEditions.Old, 17).Rows.Reverse()] });

        var added = editions.ThenAndNew.Lives.Skip(TwoEditions.Old).ToArray();
        Assert.Equal(TwoEditions.New, added.Length);
        Assert.Equal(recent.Rows.Skip(TwoEditions.Old + 1).Select(row => row.Id), editions.NewLives.Select(row => editions.ThenAndNew.Lives[row].Id).Order(StringComparer.Ordinal));
        Assert.Equal(editions.Then.Lives.Select(live => live.Id), editions.ThenAndNew.Lives.Take(TwoEditions.Old).Select(live => live.Id));
        Assert.All(added, live =>
        {
            Assert.Null(live.Score);
            Assert.Equal(StudyFeatures.AfterTheLive.Order(StringComparer.Ordinal), StudyFeatures.All.Where((_, column) => double.IsNaN(live.Study[column])).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Groups_ScoreNotShownLater_AreNotJudged()
    {
        var (old, recent) = TwoEditions.Create();

        var editions = new Editions(old, recent.Map((row, _) => row with { Score = 0 }));

        Assert.Empty(editions.FewThenManyLater);
        Assert.Empty(editions.NewLives);
    }

    [Fact]
    public void Training_LeastReviews_AreThoseOfThen()
    {
        var (old, recent) = TwoEditions.Create();

        var editions = new Editions(old, recent);

        Assert.Equal(TwoEditions.Old - TwoEditions.Few, editions.Training(18).Length);
        Assert.All(editions.Training(5), row => Assert.NotNull(editions.Then.Lives[row].Score));
        Assert.True(editions.Training(5).Length > editions.Training(18).Length);
    }

    private static StudyTable With(StudyTable table, int row, double reviews) =>
        table.Map((old, number) => number == row ? TwoEditions.Change(old, (StudyFeatures.ReviewCount, reviews)) : old);
}
