using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ReasonsOutlineTests
{
    [Fact]
    public void Of_StoredReasons_IsWhatTheirSentenceWasWrittenFrom()
    {
        Contribution[] contributions =
        [
            new("speaker_score", null, -0.05), new("speaker_lives", 0, -0.03), new("amount", 990, 0.25), new("log_amount", 2.4, 0.02), new("gender", 1, 0.004), new(ScoreReasons.ReviewsSoFar, 12, 0.04),
        ];
        var made = ReasonsOutline.Of(4.6, 4.38, contributions, 12, 0.68);
        var reasons = new ScoreReasons(4.38, [.. contributions.OrderByDescending(one => Math.Abs(one.Points))], ReasonsSentence.Of(made));

        var stored = ReasonsOutline.Of(4.6, 0.68, reasons);

        Assert.Equal(reasons.Sentence, ReasonsSentence.Of(stored));
        Assert.Equal([ReasonTheme.Price, ReasonTheme.Said], stored.Raising.Select(theme => theme.Theme));
        Assert.Equal([ReasonTheme.FirstLive], stored.Lowering.Select(theme => theme.Theme));
        Assert.Equal((1, 12, 0.68), (stored.Side, stored.Reviews, stored.Weight));
    }

    [Fact]
    public void Of_AModelWithoutEvidence_CountsNoReviews()
    {
        var outline = ReasonsOutline.Of(4.4, weight: null, new ScoreReasons(4.4, [], "…"));

        Assert.Equal((0, 0, 0), (outline.Side, outline.Reviews, outline.Weight));
    }
}
