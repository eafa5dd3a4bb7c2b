using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class NormalScoresTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963985)]
    [InlineData(0.001, -3.090232306)]
    public void Quantile_KnownShares_GivesTheTablesScores(double share, double score) => Assert.Equal(score, NormalScores.Quantile(share), 1e-7);

    [Fact]
    public void Of_EqualValues_ShareOneScoreAndAllAddUpToZero()
    {
        var scores = NormalScores.Of([3, 1, 3, 2, 3]);

        Assert.Equal(scores[0], scores[2]);
        Assert.Equal(scores[0], scores[4]);
        Assert.True(scores[1] < scores[3] && scores[3] < scores[0]);
        Assert.Equal(0, scores.Sum(), 1e-9);
    }

    [Fact]
    public void Repaired_AMatrixThatIsNoCovariance_BecomesOneWithTheSameDiagonal()
    {
        double[][] impossible = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]];
        Assert.Null(Factor.Of(impossible));

        var repaired = Covariance.Repaired(impossible);

        Assert.NotNull(Factor.Of(repaired));
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(1, repaired[i][i], 1e-9));
        Assert.True(repaired[0][1] > 0.3 && repaired[0][2] < -0.3);
    }

    [Fact]
    public void Fit_ALineWithoutNoise_FindsIt()
    {
        double[][] rows = [.. Enumerable.Range(0, 500).Select(i => new[] { Math.Sin(i), Math.Cos(3 * i) })];

        var found = LeastSquares.Fit(rows, [.. rows.Select(x => 2 + (3 * x[0]) - x[1])]);

        Assert.Equal([2, 3, -1], found.Select(value => Math.Round(value, 1)));
    }
}
