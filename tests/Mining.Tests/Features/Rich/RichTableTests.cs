using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Tests;
using Xunit;
using static LiveQuality.Mining.Tests.Features.Rich.RichLives;

namespace LiveQuality.Mining.Tests.Features.Rich;

public sealed class RichTableTests
{
    [Fact]
    public void Names_AllColumns_DifferAndBeginWithTheStudys()
    {
        Assert.Equal(RichFeatures.All.Count, RichFeatures.All.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(StudyFeatures.All, RichFeatures.All.Take(24));
        Assert.Equal(RichFeatures.KnownBefore, RichFeatures.All.Where(RichFeatures.KnownBefore.Contains));
        Assert.All(RichFeatures.Categories, name => Assert.Contains(name, RichFeatures.KnownBefore));
    }

    [Fact]
    public void ToMatrix_RowsInAnyOrder_GiveTheSameToTheBit()
    {
        var lives = World(lives: 200, speakers: 10);
        int[] order = [.. lives.Rows()];
        new Random(3).Shuffle(order);
        int[] known = [.. lives.Rows().Where(row => row % 3 != 0)];

        var shuffled = Matrix([.. order.Select(row => lives[row])], [.. known.Select(row => Array.IndexOf(order, row))]);

        Assert.Equal(Matrix(lives, known).SelectRows(order).Values.ToArray(), shuffled.Values.ToArray());
    }

    [Fact]
    public void ToMatrix_SomeRows_AreThoseOfTheWhole()
    {
        var lives = World(lives: 50, speakers: 5);
        int[] rows = [7, 3, 3, 49];

        Assert.Equal(Matrix(lives, [1, 2]).SelectRows(rows).Values.ToArray(), new RichTable(lives).ToMatrix([2, 1], rows).Values.ToArray());
    }

    [Fact]
    public void ToMatrix_StudyColumns_AreKept()
    {
        var lives = World(lives: 20, speakers: 5);

        Assert.Equal(lives.SelectMany(live => live.Study), Matrix(lives).SelectColumns([.. Enumerable.Range(0, 24)]).Values.ToArray());
    }

    [Fact]
    public void ToMatrix_OnlySomeScoresKnown_CountsThose()
    {
        RichLive[] lives = [On(0, score: 4), On(1, score: 3), On(2, score: 5), On(3)];

        Assert.Equal([0, 0, 1, 1], Matrix(lives, [1]).Column(ColumnOf("speaker_scores")));
        Assert.Equal([0, 1, 2, 3], Matrix(lives, [1]).Column(ColumnOf("speaker_lives")));
    }

    [Fact]
    public void ToMatrix_NoSuchRow_IsRefused()
    {
        var table = new RichTable([On(0)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => table.ToMatrix([1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.ToMatrix([0], [-1]));
    }

    [Fact]
    public void New_TooFewNumbers_NamesTheLive()
    {
        var error = Assert.Throws<ArgumentException>(() => new RichTable([On(0) with { Id = "77", Study = [1, 2] }]));

        Assert.Contains("live 77 has 2 numbers, not 24", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMatrix_AHundredThousandLives_HasARowEach()
    {
        var matrix = Matrix(World(lives: 100_000, speakers: 20_000));

        Assert.Equal((100_000, RichFeatures.All.Count), (matrix.Rows, matrix.Columns));
        Assert.DoesNotContain(matrix.Values.ToArray(), double.IsInfinity);
    }

    [Fact]
    public void ToRich_OfRecords_TakesTimesTagsAndScores()
    {
        var start = new DateTimeOffset(2017, 7, 14, 12, 0, 0, TimeSpan.Zero);
        var live = Some.Live("1") with { SpeakerId = "s", StartsAt = start, CreatedAt = start.AddDays(-2), ReviewScore = 4, ReviewCount = 30, AmountFen = 990, OriginalPriceFen = 1980, Tags = [] };
        var table = Some.Table(live, live with { Id = "2", StartsAt = start.AddDays(1), DurationSeconds = 60, OpenEnded = true, ReviewScore = null }).ToRich();

        var matrix = table.ToMatrix([0, 1], [0, 1]);

        Assert.Equal((20, 2, 0.5, 0), (Value(matrix, 0, "start_hour"), Value(matrix, 0, "lead_days"), Value(matrix, 0, "discount"), Value(matrix, 0, StudyFeatures.Tag)));
        Assert.Equal((4, 1, 1), (Value(matrix, 1, "speaker_last_score"), Value(matrix, 1, "speaker_days_since_last"), Value(matrix, 1, "open_ended")));
    }

    [Fact]
    public void ToRich_OfTheStudysTable_IsFiniteOrUnknownAndKnowsSpeakers()
    {
        var table = StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), TestContext.Current.CancellationToken);
        int[] all = [.. Enumerable.Range(0, table.Rows.Count)];
        int[] known = [.. all.Where(row => row % 5 != 0)];
        int[] unseen = [.. all.Where(row => row % 5 == 0 && table.Rows[row].Features[StudyFeatures.IndexOf(StudyFeatures.ReviewCount)] >= 18)];

        var matrix = table.ToRich().ToMatrix(known, unseen);

        Assert.DoesNotContain(matrix.Values.ToArray(), double.IsInfinity);
        Assert.All([.. StudyFeatures.All.Except(["duration", "seats_max"]), "lead_days", "start_hour", "speaker_lives", "speaker_scores", "tag_scores"], (string name) =>
            Assert.DoesNotContain(matrix.Column(ColumnOf(name)), double.IsNaN));
        var (past, scores) = (matrix.Column(ColumnOf("speaker_score")), unseen.Select(row => table.Rows[row].Score).ToArray());
        int[] old = [.. Enumerable.Range(0, unseen.Length).Where(row => !double.IsNaN(past[row]))];
        Assert.InRange(old.Length, 150, unseen.Length);
        Assert.InRange(Correlation([.. old.Select(row => past[row])], [.. old.Select(row => scores[row])]), 0.3, 1);
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (a, b) = (one.Average(), other.Average());
        return one.Zip(other, (x, y) => (x - a) * (y - b)).Sum() / Math.Sqrt(one.Sum(x => (x - a) * (x - a)) * other.Sum(y => (y - b) * (y - b)));
    }
}
