using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class DataAnalyserTests
{
    [Fact]
    public void Analyse_StudysOwnTable_DescribesAllRowsAndGroupsThoseThatTakePart()
    {
        var all = StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), TestContext.Current.CancellationToken);
        var used = all.WithReviews(18);

        var analysis = DataAnalyser.Analyse(all, used, 42, TestContext.Current.CancellationToken);

        Assert.All(analysis.Columns, column => Assert.Equal(5439, column.Count + column.Blank));
        Assert.Equal(["tag", "badge", "gender", "user type", "price"], analysis.Groups.Select(grouped => grouped.By));
        Assert.All(analysis.Groups, grouped => Assert.Equal(2863, grouped.Groups.Sum(group => group.Lives)));
        Assert.Equal(2863, analysis.Clusters.Clusters.Sum(cluster => cluster.Lives));
        Assert.Equal(5, analysis.Clusters.Clusters.Count);
        Assert.All(analysis.Correlations.Values, (row, number) => Assert.Equal(1, row[number], 1e-12));
        Assert.Equivalent(analysis, DataAnalyser.Analyse(all, used, 42, TestContext.Current.CancellationToken), strict: true);
    }
}
