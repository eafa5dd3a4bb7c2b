using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Running;

public sealed class RichFoldsTests
{
    private static readonly StudyTable All = RichTables.Read();
    private static readonly StudyTable Used = All.WithReviews(RichTables.MinReviews);
    private static readonly Fold Fold = FoldPlan.Shuffled(Used.Rows.Count, 3, 42)[0];

    [Fact]
    public void Cut_ByChance_TestScoresPlanted_ChangesNoFeature()
    {
        var planted = Cut(All.WithScores(Ids(Fold.Test), 1));

        Assert.Equal(Numbers(Cut(All)), Numbers(planted));
        Assert.Equal(Cut(All).Training.Ratings, planted.Training.Ratings);
    }

    [Fact]
    public void Cut_ByChance_ScoresLearntFrom_AreHistoryOfTestRows()
    {
        var changed = Cut(All.WithScores(Ids(Fold.Training), 1));

        Assert.NotEqual(Cut(All).Test.Values.ToArray(), changed.Test.Values.ToArray());
    }

    [Fact]
    public void Cut_ByChance_ScoresOfLivesWithFewReviews_AreHistoryToo()
    {
        var changed = Cut(All.WithScores(RichTables.Few.Select(row => All.Rows[row].Id), 1));

        Assert.NotEqual(Numbers(Cut(All)), Numbers(changed));
    }

    [Fact]
    public void Cut_SpeakersApart_KnowsATestSpeakersEarlierScore()
    {
        var fold = FoldPlan.Grouped([.. Used.Rows.Select(row => row.Speaker)], 3, 42)[0];
        var cut = new RichFolds(All, Used).Cut(fold, byChance: false, afterTheLive: true, _ => true);
        var column = Position(cut, "speaker_last_score");

        var seen = fold.Test.Select((row, index) => (Live: Used.Rows[row], Last: cut.Test[index, column])).Where(pair => !double.IsNaN(pair.Last)).ToArray();

        Assert.NotEmpty(seen);
        Assert.All(seen, pair => Assert.Equal(All.Rows.Single(row => row.Speaker == pair.Live.Speaker && row.StartsAt < pair.Live.StartsAt).Score, pair.Last));
    }

    [Fact]
    public void Cut_BeforeTheLive_HasOnlyWhatIsKnownThen()
    {
        var cut = new RichFolds(All, Used).Cut(Fold, byChance: true, afterTheLive: false, _ => true);

        Assert.Equal(RichFeatures.KnownBefore, cut.Columns);
        Assert.Equal(cut.Columns.Count, cut.Training.Features.Columns);
        Assert.Equal(RichFeatures.Categories.Order(StringComparer.Ordinal), cut.Categories.Select(column => cut.Columns[column]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cut_SomeColumns_GivesThemAndTheRowsOfTheFold()
    {
        var cut = new RichFolds(All, Used).Cut(Fold, byChance: true, afterTheLive: true, StudyFeatures.All.Contains);

        Assert.Equal(StudyFeatures.All, cut.Columns);
        Assert.Equal(Fold.Test.Select(row => Used.Rows[row].Features[StudyRow.IndexOf("amount")]), cut.Test.Column(Position(cut, "amount")));
        Assert.Equal(Fold.Training.Select(row => Used.Rows[row].Score), cut.Training.Ratings);
        Assert.Equal(Fold.Training.Select(row => Used.Rows[row].Speaker), cut.Training.Speakers);
        Assert.Equal(cut.Training.Features.Column(Position(cut, StudyFeatures.ReviewCount)), cut.Training.Reviews);
    }

    private static RichFold Cut(StudyTable all) => new RichFolds(all, all.WithReviews(RichTables.MinReviews)).Cut(Fold, byChance: true, afterTheLive: true, _ => true);

    private static double[] Numbers(RichFold fold) => [.. fold.Training.Features.Values, .. fold.Test.Values];

    private static int Position(RichFold fold, string column) => fold.Columns.Index().First(pair => pair.Item == column).Index;

    private static IEnumerable<string> Ids(IEnumerable<int> rows) => rows.Select(row => Used.Rows[row].Id);
}
