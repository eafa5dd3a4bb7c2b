using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

/// <summary>The invented world beside the study's own table.</summary>
public sealed class BelievabilityTests
{
    private const int StudyReviews = 18;

    private static readonly string[] Compared =
    [
        "created_at", "liked_num", "seats_taken", "review_count", "review_score", "speaker_message_count", "attachment_count", "amount",
        "is_audition_open", "has_authenticated",
    ];

    private static readonly Lazy<Dictionary<string, double>[]> Real = new(() =>
    {
        var table = StudyTable.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"));
        return [.. Enumerable.Range(0, table.Count).Select(row => Compared.ToDictionary(column => column, column => table.Number(row, column)))];
    });

    private static Dictionary<string, double>[] Invented { get; } =
    [
        .. Worlds.Large.Lives.Where(live => live.HasEnded && live.Score <= 5).Select(live => new Dictionary<string, double>
        {
            ["created_at"] = live.CreatedAt,
            ["liked_num"] = live.Likes,
            ["seats_taken"] = live.SeatsTaken,
            ["review_count"] = live.Reviews,
            ["review_score"] = (double)live.Score,
            ["speaker_message_count"] = live.SpeakerMessages,
            ["attachment_count"] = live.Attachments,
            ["amount"] = live.OriginalPrice,
            ["is_audition_open"] = live.IsAuditionOpen ? 1 : 0,
            ["has_authenticated"] = live.Speaker.HasAuthenticated ? 1 : 0,
        }),
    ];

    [Theory]
    [InlineData("liked_num")]
    [InlineData("seats_taken")]
    [InlineData("review_count")]
    [InlineData("speaker_message_count")]
    [InlineData("attachment_count")]
    [InlineData("amount")]
    public void World_QuantilesOfAColumn_AreWithinAQuarterOfTheReal(string column)
    {
        foreach (var share in new[] { 0.25, 0.5, 0.75, 0.9, 0.97 })
        {
            var (real, invented) = (Quantile(Real.Value, column, share), Quantile(Invented, column, share));
            Assert.InRange(invented, (real * 0.75) - 2, (real * 1.25) + 2);
        }
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    [InlineData(0.95)]
    public void World_QuantilesOfTheScore_AreWithinATenthOfTheReal(double share) =>
        Assert.Equal(Quantile(Studied(Real.Value), "review_score", share), Quantile(Studied(Invented), "review_score", share), 0.1);

    [Theory]
    [InlineData("review_count", "seats_taken")]
    [InlineData("review_count", "liked_num")]
    [InlineData("seats_taken", "liked_num")]
    [InlineData("speaker_message_count", "attachment_count")]
    [InlineData("review_count", "speaker_message_count")]
    public void World_CorrelationOfTwoColumns_IsNearTheReal(string one, string other) =>
        Assert.Equal(Correlation(Real.Value, one, other), Correlation(Invented, one, other), 0.1);

    [Theory]
    [InlineData("created_at")]
    [InlineData("liked_num")]
    [InlineData("seats_taken")]
    [InlineData("review_count")]
    [InlineData("speaker_message_count")]
    [InlineData("attachment_count")]
    [InlineData("amount")]
    [InlineData("is_audition_open")]
    [InlineData("has_authenticated")]
    public void World_CorrelationOfAColumnWithTheScore_IsNearTheReal(string column) =>
        Assert.Equal(Correlation(Studied(Real.Value), column, "review_score"), Correlation(Studied(Invented), column, "review_score"), 0.12);

    [Fact]
    public void World_ARegressionOnTheColumns_ExplainsAboutAsMuchOfTheScoreAsInTheReal()
    {
        var (real, invented) = (Explained(Studied(Real.Value)), Explained(Studied(Invented)));

        Assert.InRange(real, 0.15, 0.35);
        Assert.Equal(real, invented, 0.08);
    }

    private static Dictionary<string, double>[] Studied(Dictionary<string, double>[] rows) => [.. rows.Where(row => row["review_count"] >= StudyReviews)];

    private static double Quantile(Dictionary<string, double>[] rows, string column, double share) =>
        rows.Select(row => row[column]).Order().ElementAt((int)(share * (rows.Length - 1)));

    // Of normal scores: long tails do not decide.
    private static double Correlation(Dictionary<string, double>[] rows, string one, string other)
    {
        var (a, b) = (Scores(rows, one), Scores(rows, other));
        return a.AsSpan().Dot(b) / Math.Sqrt(a.AsSpan().Dot(a) * b.AsSpan().Dot(b));
    }

    private static double Explained(Dictionary<string, double>[] rows)
    {
        var columns = Compared.Where(column => column != "review_score").Select(column => Scores(rows, column)).ToArray();
        var x = Enumerable.Range(0, rows.Length).Select(row => columns.Select(column => column[row]).ToArray()).ToArray();
        var y = Scores(rows, "review_score");
        var fitted = LeastSquares.Fit(x, y);
        var left = x.Select((row, i) => y[i] - fitted[0] - fitted.AsSpan(1).Dot(row)).ToArray();
        return 1 - (left.AsSpan().Dot(left) / y.AsSpan().Dot(y));
    }

    private static double[] Scores(Dictionary<string, double>[] rows, string column) => NormalScores.Of([.. rows.Select(row => row[column])]);
}
