using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class LiveClustersTests
{
    private static readonly string[] Marks = ["liked_num", "seats_taken", "attachment_count", "duration"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_PlantedKinds_FindsThemWhateverTheOrderOfTheRows(int order)
    {
        var rows = Planted();
        new Random(order).Shuffle(rows);

        var result = LiveClusters.Of(Lives.Table(rows), 42, TestContext.Current.CancellationToken);

        Assert.Equal([60, 50, 40, 30, 20], result.Clusters.Select(cluster => cluster.Lives));
        Assert.All([1.0, 2, 3, 4, 5], (score, kind) => Assert.Equal(score, result.Clusters[kind].MeanScore, 1e-12));
        Assert.InRange(result.ExplainedShare, 0.9, 1);
        Assert.All(Marks, (mark, kind) => Assert.Equal(mark, result.Clusters[kind].Traits[0].Column));
        Assert.InRange(result.Clusters[0].Traits[0].Mean, 900, 1100);
        Assert.True(result.Clusters[0].Traits[0].Deviations > 1);
    }

    [Fact]
    public void Of_SameSeed_GivesTheSameBits()
    {
        var table = Lives.Table(Planted());

        var (one, other) = (LiveClusters.Of(table, 7, TestContext.Current.CancellationToken), LiveClusters.Of(table, 7, TestContext.Current.CancellationToken));

        Assert.Equivalent(one, other, strict: true);
    }

    [Fact]
    public void Of_TagsAndFlagsOfAHandful_PlayNoPart()
    {
        StudyRow[] rows = [.. Enumerable.Range(0, 300).Select(number => Lives.Live(4, ("tag_id", number), ("badge", number % 2), ("has_feedback", number == 0 ? 1 : 0)))];

        var result = LiveClusters.Of(Lives.Table(rows), 42, TestContext.Current.CancellationToken);

        Assert.Equal([150, 150], result.Clusters.Select(cluster => cluster.Lives));
        Assert.All(result.Clusters, cluster => Assert.Equal("badge", Assert.Single(cluster.Traits).Column));
        Assert.Equal(1, result.ExplainedShare, 1e-12);
    }

    [Fact]
    public void Of_LivesThatAreAllAlike_IsOneKind()
    {
        var result = LiveClusters.Of(Lives.Table(Lives.Live(3), Lives.Live(5)), 42, TestContext.Current.CancellationToken);

        Assert.Equal((2, 4.0), (Assert.Single(result.Clusters).Lives, result.Clusters[0].MeanScore));
        Assert.Equal(0, result.ExplainedShare);
    }

    [Fact]
    public void Fit_TwoPairsOnALine_HasTheInertiaByHand()
    {
        var (clusterOf, inertia) = KMeans.Fit([[0], [1], [10], [12]], 2, 42, TestContext.Current.CancellationToken);

        Assert.True(clusterOf[0] == clusterOf[1] && clusterOf[2] == clusterOf[3] && clusterOf[0] != clusterOf[2]);
        Assert.Equal(0.5 + 2, inertia, 1e-12);
    }

    [Fact]
    public void Fit_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(() => KMeans.Fit([[0], [1]], 2, 42, new CancellationToken(canceled: true)));

    // Four kinds have much of one thing, the fifth has nothing of all; the larger a kind the lower its score.
    private static StudyRow[] Planted()
    {
        var chance = new Random(1);
        return
        [
            .. Enumerable.Range(0, 5).SelectMany(kind => Enumerable.Range(0, 60 - (10 * kind)).Select(_ =>
                Lives.Live(kind + 1, [.. Marks.Select((mark, number) => (mark, number == kind ? 900.0 + chance.Next(200) : chance.Next(2)))]))),
        ];
    }
}
