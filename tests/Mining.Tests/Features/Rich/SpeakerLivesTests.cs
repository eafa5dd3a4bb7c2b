using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using Xunit;
using static LiveQuality.Mining.Tests.Features.Rich.RichLives;

namespace LiveQuality.Mining.Tests.Features.Rich;

public sealed class SpeakerLivesTests
{
    private static readonly RichLive[] Lives =
    [
        On(9, numbers: [("seats_taken", 999), (StudyFeatures.Tag, 9)]),
        On(5, "other", numbers: ("seats_taken", 555)),
        On(4, numbers: [("seats_taken", 50), ("liked_num", 10), ("review_count", 5), ("amount", 3000), (StudyFeatures.Tag, 2)]),
        On(0, numbers: [("seats_taken", 200), ("liked_num", 60), ("review_count", 40), ("speaker_message_count", 10), (StudyFeatures.Tag, 1)]),
        On(6, numbers: [("seats_taken", 250), ("review_count", 9), ("amount", 3000), (StudyFeatures.Tag, 2)]),
    ];

    [Theory]
    [InlineData("speaker_lives", 2)]
    [InlineData("speaker_days_since_last", 2)]
    [InlineData("speaker_days_since_first", 6)]
    [InlineData("speaker_log_seats", 4.61756)] // (ln 51 + ln 201) / 2
    [InlineData("speaker_log_reviews", 2.75267)] // (ln 6 + ln 41) / 2
    [InlineData("speaker_liked_per_seat", 0.25)]
    [InlineData("speaker_liked_per_review", 1.75)]
    [InlineData("speaker_reviews_per_seat", 0.15)]
    [InlineData("speaker_log_messages", 1.19895)] // ln 11 / 2
    [InlineData("speaker_log_price", 1.71699)] // ln 31 / 2
    [InlineData("speaker_last_log_seats", 3.93183)] // ln 51
    [InlineData("speaker_last_reviews", 5)]
    [InlineData("speaker_last_liked_per_seat", 0.2)]
    [InlineData("speaker_total_log_seats", 5.52545)] // ln 251
    [InlineData("speaker_free_share", 0.5)]
    [InlineData("speaker_tags", 2)]
    [InlineData("speaker_same_tag", 1)]
    [InlineData("price_to_speaker", 2)]
    [InlineData("seats_to_speaker", 2)]
    [InlineData("reviews_to_speaker", 0.4)]
    public void Write_TwoEarlierLives_AreThoseWorkedOutByHand(string column, double expected) => Assert.Equal(expected, Last(column, Lives), 1e-5);

    [Fact]
    public void Write_NoEarlierLife_CountsNoneAndKnowsNothing()
    {
        var matrix = Matrix(Lives);

        Assert.All(SpeakerLives.Names, name => Assert.Equal(name is "speaker_lives" or "speaker_tags" ? 0 : double.NaN, Value(matrix, 3, name)));
    }

    [Fact]
    public void Write_LiveWithoutStart_HasNoHistoryAndGivesNone()
    {
        var matrix = Matrix([On(0, score: 4), On(null, score: 5), On(2, score: 3)]);

        Assert.Equal((0, 0), (Value(matrix, 1, "speaker_lives"), Value(matrix, 1, "speaker_scores")));
        Assert.Equal((1, 4), (Value(matrix, 2, "speaker_lives"), Value(matrix, 2, "speaker_last_score")));
    }

    [Fact]
    public void Write_UnknownTag_SaysNothingOfTheSameTag() =>
        Assert.All([(0, 0, double.NaN), (0, 1, double.NaN), (1, 0, double.NaN), (1, 2, 0), (2, 2, 1)], ((double Then, double Now, double Same) tags) =>
            Assert.Equal(tags.Same, Last("speaker_same_tag", On(0, numbers: (StudyFeatures.Tag, tags.Then)), On(1, numbers: (StudyFeatures.Tag, tags.Now)))));
}
