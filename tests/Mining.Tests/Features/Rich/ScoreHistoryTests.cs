using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using Xunit;
using static LiveQuality.Mining.Tests.Features.Rich.RichLives;

namespace LiveQuality.Mining.Tests.Features.Rich;

public sealed class ScoreHistoryTests
{
    [Fact]
    public void Mean_ManyReviews_WeighMore()
    {
        var history = new ScoreHistory();
        history.Add(5, 5);
        history.Add(3, 95);

        // Weights 5/10 and 95/100.
        Assert.Equal(((5 * 0.5) + (3 * 0.95)) / 1.45, history.Mean, 1e-12);
        Assert.Equal(((4 * 2) + (5 * 0.5) + (3 * 0.95)) / 3.45, history.Shrunken(4, 2), 1e-12);
    }

    [Fact]
    public void Add_UnknownReviewCount_CountsAsTheFewest()
    {
        var (unknown, fewest) = (new ScoreHistory(), new ScoreHistory());
        unknown.Add(5, double.NaN);
        fewest.Add(5, 5);

        Assert.Equal(fewest.Shrunken(3, 1), unknown.Shrunken(3, 1));
    }

    [Fact]
    public void Columns_ThreeEarlierScores_AreThoseWorkedOutByHand()
    {
        RichLive[] lives = [On(0, score: 4), On(1, score: 3), On(2), On(3, score: 5), On(4, score: 1)];

        Assert.Equal((3, 5, 1.5, 3), (Last("speaker_scores", lives), Last("speaker_last_score", lives), Last("speaker_score_change", lives), Last("speaker_lowest_score", lives)));
        Assert.Equal(1, Last("speaker_score_deviation", lives), 1e-12);
        Assert.Equal(4, Last("speaker_score", lives), 1e-12);
    }

    [Fact]
    public void SpeakerScore_OneEarlierScore_IsDrawnTowardsWhatAllEarlierLivesHad()
    {
        // The other speaker's score of day 9 comes too late to count.
        var score = Last("speaker_score", On(0, "other", 3), On(9, "other", 1), On(1, score: 5), On(2));

        Assert.InRange(score, 4.01, 4.99);
        Assert.Equal(score, Last("speaker_score", On(0, "other", 3), On(1, score: 5), On(2)));
    }

    [Fact]
    public void Columns_NoEarlierScore_CountNoneAndKnowNothing()
    {
        var matrix = Matrix([On(0), On(1, score: 4)]);

        Assert.All([.. SpeakerScores.Names, .. TagScores.Names], (string name) =>
            Assert.Equal(name is "speaker_scores" or "tag_scores" ? 0 : double.NaN, Value(matrix, 1, name)));
    }

    [Fact]
    public void TagScore_OtherSpeakersOfTheTag_Count()
    {
        RichLive[] lives = [Tagged(On(0, "a", 5), 7), Tagged(On(0, "b", 3), 8), Tagged(On(1, "c"), 7)];

        Assert.Equal(1, Last("tag_scores", lives));
        Assert.InRange(Last("tag_score", lives), 4.01, 4.99);
    }

    [Fact]
    public void TagScore_WithoutTag_HasNoHistory() => Assert.Equal(0, Last("tag_scores", On(0, "a", 5), On(1, "b")));

    private static RichLive Tagged(RichLive live, double tag) => live.With((StudyFeatures.Tag, tag));
}
