using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ReasonsSentenceTests
{
    [Fact]
    public void Of_ScoreAboveTheTypical_NamesWhatRaisesItThenWhatHoldsItBack() => Assert.Equal(
        "4.52: above a typical live (4.38), mostly for the speaker's earlier lives (+0.11), the messages (+0.05) and what its reviews say (+0.01), held back by the price (−0.03); 12 reviews so far count for 0.68 of it.",
        Write(4.52, 4.38, 12, 0.68, ("speaker_score", 0.07), ("speaker_last_score", 0.04), ("replies_per_seat", 0.05), ("amount", -0.01), ("log_amount", -0.02), ("gender", 0.004), (ScoreReasons.ReviewsSoFar, 0.006)));

    [Fact]
    public void Of_ScoreBelowTheTypical_NamesWhatLowersItFirst() => Assert.Equal(
        "4.10: below a typical live (4.38), mostly for what its reviews say (−0.30), helped by the length (+0.02); 1 review so far counts for 0.10 of it.",
        Write(4.10, 4.38, 1, 0.1, ("duration", 0.02), (ScoreReasons.ReviewsSoFar, -0.3)));

    [Fact]
    public void Of_NothingNotable_SaysSo() => Assert.Equal(
        "4.38: like a typical live (4.38), nothing about it stands out; no reviews count so far.",
        Write(4.381, 4.379, 0, 0, ("gender", 0.002), (ScoreReasons.ReviewsSoFar, 0)));

    [Fact]
    public void Of_ReasonsThatBalance_NamesBoth() => Assert.Equal(
        "4.38: like a typical live (4.38), raised by the price (+0.10) and lowered by the tag (−0.10); no reviews count so far.",
        Write(4.38, 4.38, 0, 0, ("amount", 0.1), ("tag_id", -0.1)));

    [Fact]
    public void Of_ManySmallThings_SaysSo() => Assert.Equal(
        "4.40: above a typical live (4.38) by many small things; no reviews count so far.",
        Write(4.396, 4.384, 0, 0, ("amount", 0.004), ("tag_id", 0.004), ("duration", 0.004)));

    [Fact]
    public void Of_FirstLiveOfASpeaker_SaysSoInsteadOfEarlierLives() => Assert.Equal(
        "4.30: below a typical live (4.38), mostly for it being the speaker's first live (−0.08); no reviews count so far.",
        ReasonsSentence.Of(ReasonsOutline.Of(4.3, 4.38, [new Contribution("speaker_score", null, -0.05), new Contribution("speaker_lives", 0, -0.03)], 0, 0)));

    [Theory]
    [InlineData(4.38, 0.1, 0, "4.38: like a typical live (4.38), raised by the price (+0.10); no reviews count so far.")]
    [InlineData(4.38, 0, -0.1, "4.38: like a typical live (4.38), lowered by the tag (−0.10); no reviews count so far.")]
    [InlineData(4.52, 0, -0.1, "4.52: above a typical live (4.38) by many small things, held back by the tag (−0.10); no reviews count so far.")]
    [InlineData(4.52, 0.1, 0, "4.52: above a typical live (4.38), mostly for the price (+0.10); no reviews count so far.")]
    [InlineData(4.1, 0.1, 0, "4.10: below a typical live (4.38) by many small things, helped by the price (+0.10); no reviews count so far.")]
    [InlineData(4.1, 0, -0.1, "4.10: below a typical live (4.38), mostly for the tag (−0.10); no reviews count so far.")]
    public void Of_ReasonsOfOneSign_SaysWhatTheyDo(double score, double price, double tag, string sentence) => Assert.Equal(sentence, Write(score, 4.38, 0, 0, ("amount", price), ("tag_id", tag)));

    [Fact]
    public void Of_AnotherCulture_WritesTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var here = Write(4.52, 4.38, 1200, 0.68, ("amount", 0.14));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, Write(4.52, 4.38, 1200, 0.68, ("amount", 0.14)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Write(double score, double typical, long reviews, double weight, params (string Column, double Points)[] contributions) => ReasonsSentence.Of(
        ReasonsOutline.Of(score, typical, [.. contributions.Select(one => new Contribution(one.Column, 1, one.Points))], reviews, weight));
}
