using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Reasons;
using LiveQuality.Worker.Http.Dashboard.Language;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed class ReasonsWordsTests
{
    private const double Typical = 4.38;

    public static TheoryData<string, string> ThemesByColumn => new()
    {
        { "purchasable", "售票与试听方式" },
        { "speaker_lives", "主讲人首次开讲" },
        { "never heard of", "其他因素" },
        { ScoreReasons.Bounds, "星级上下限" },
        { "seats_taken", "座位与听众" },
        { "start_day", "日期" },
        { "duration", "时长" },
        { "audio_share", "直播消息" },
        { "liked_num", "评价数与点赞数" },
        { "portrait_face", "头像" },
        { "amount", "价格" },
        { "speaker_score", "主讲人往期直播" },
        { "badge", "主讲人资料" },
        { "tag_score", "标签" },
        { ScoreReasons.ReviewsSoFar, "现有评价" },
    };

    [Theory]
    [InlineData(4.38, 0, 0, "4.38：与典型直播（4.38）相当，没有特别突出之处；")]
    [InlineData(4.38, 0.1, 0, "4.38：与典型直播（4.38）相当，价格（+0.10）加分；")]
    [InlineData(4.38, 0, -0.1, "4.38：与典型直播（4.38）相当，标签（−0.10）减分；")]
    [InlineData(4.38, 0.1, -0.1, "4.38：与典型直播（4.38）相当，价格（+0.10）加分，标签（−0.10）减分；")]
    [InlineData(4.52, 0, 0, "4.52：高于典型直播（4.38），由许多细小因素累积而成；")]
    [InlineData(4.52, 0, -0.1, "4.52：高于典型直播（4.38），由许多细小因素累积而成，但受标签（−0.10）拖累；")]
    [InlineData(4.52, 0.1, 0, "4.52：高于典型直播（4.38），主要得益于价格（+0.10）；")]
    [InlineData(4.52, 0.1, -0.1, "4.52：高于典型直播（4.38），主要得益于价格（+0.10），但受标签（−0.10）拖累；")]
    [InlineData(4.1, 0, 0, "4.10：低于典型直播（4.38），由许多细小因素累积而成；")]
    [InlineData(4.1, 0.1, 0, "4.10：低于典型直播（4.38），由许多细小因素累积而成，但有价格（+0.10）加分；")]
    [InlineData(4.1, 0, -0.1, "4.10：低于典型直播（4.38），主要受标签（−0.10）拖累；")]
    [InlineData(4.1, 0.1, -0.1, "4.10：低于典型直播（4.38），主要受标签（−0.10）拖累，但有价格（+0.10）加分；")]
    public void SentenceOf_AnySideAndReasons_SaysWhatTheyDo(double score, double price, double tag, string sentence) =>
        Assert.Equal($"{sentence}目前没有可计入的评价。", Write(score, 0, new("amount", 990, price), new("tag_id", 101, tag), new(ScoreReasons.ReviewsSoFar, 0, 0)));

    [Fact]
    public void SentenceOf_ManyThemesAndReviews_NamesTheLargestAndCountsThem() => Assert.Equal(
        "4.52：高于典型直播（4.38），主要得益于主讲人往期直播（+0.11）、直播消息（+0.05）和时长（+0.03），但受价格（−0.03）拖累；目前 1,849 条评价在评分中占 68.2\u202f%。",
        Write(4.52, 0.682, new("speaker_score", 4.6, 0.07), new("replies_per_seat", 1, 0.05), new("speaker_last_score", 4.7, 0.04), new("duration", 3600, 0.03), new("amount", 990, -0.03), new("badge", 1, 0.02), new(ScoreReasons.ReviewsSoFar, 1849, 0.01)));

    [Theory]
    [MemberData(nameof(ThemesByColumn))]
    public void SentenceOf_AnyTheme_NamesIt(string column, string words) =>
        Assert.Equal($"4.52：高于典型直播（4.38），主要得益于{words}（+0.14）；目前没有可计入的评价。", Write(4.52, 0, new Contribution(column, 0, 0.14)));

    [Fact]
    public void ThemesByColumn_Always_AreAllThereAre() => Assert.Equal(Enum.GetValues<ReasonTheme>().Length, ThemesByColumn.Count);

    [Fact]
    public void SentenceOf_AnEnglishReader_IsTheStoredOne() => Assert.Equal("As stored.", ReasonsWords.SentenceOf(Of(4.5, 0.5), new ScoreReasons(Typical, [], "As stored."), Tongue.English));

    private static string Write(double score, double weight, params Contribution[] contributions) =>
        ReasonsWords.SentenceOf(Of(score, weight), new ScoreReasons(Typical, contributions, "As stored."), Tongue.Chinese);

    private static Score Of(double score, double weight) => new() { Id = "1", ModelId = "model", Value = score, EvidenceWeight = weight, ScoredAt = DateTimeOffset.UnixEpoch };
}
