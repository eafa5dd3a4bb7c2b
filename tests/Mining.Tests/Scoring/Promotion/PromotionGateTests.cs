using System.Text.Json;
using LiveQuality.Mining.Scoring.Promotion;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Promotion;

public sealed class PromotionGateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(300, false)]
    [InlineData(60, false)]
    [InlineData(300, true)]
    [InlineData(60, true)]
    public void Decide_ThousandNullChallengers_AtMostTwentyFivePass(int speakers, bool bold)
    {
        var passed = Enumerable.Range(0, 1000).Count(seed =>
        {
            var duel = new Duel(speakers, seed);
            return (bold ? duel.Bold() : duel).Decide().Promote;
        });

        output.WriteLine($"{passed} of 1,000");
        Assert.InRange(passed, 1, 25);
    }

    [Fact]
    public void Decide_GainOfOneHundredthOverAllLives_PassesMostly()
    {
        var passed = Enumerable.Range(0, 100).Count(seed => new Duel(300, seed).Better(0.01).Decide().Promote);

        output.WriteLine($"{passed} of 100");
        Assert.InRange(passed, 80, 100);
    }

    [Fact]
    public void Decide_LargeGainOverAllLives_IsSeldomBlockedBySlices()
    {
        var passed = Enumerable.Range(0, 100).Count(seed => new Duel(300, seed).Better(0.02).Decide().Promote);

        Assert.InRange(passed, 98, 100);
    }

    [Fact]
    public void Decide_SliceGetsWorse_BlocksAndIsNamed()
    {
        var duel = new Duel(300, 1).Better(0.03);
        duel.Better(-0.15, row => duel.Tags[row] == "7");

        var decision = duel.Decide();

        Assert.False(decision.Promote);
        Assert.True(decision.Gain!.Low > 0);
        Assert.Equal(("tag", "7", SliceVerdict.Worse), (decision.Slices[0].Family, decision.Slices[0].Slice, decision.Slices[0].Verdict));
        Assert.Contains("but tag 7 got worse", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_NoDifferenceBeyondNoise_KeepsTheChampionAndSaysSo()
    {
        var decision = new Duel(300, 5).Decide();

        Assert.False(decision.Promote);
        Assert.Matches(@"^kept champion: gain -?0\.\d{4} \[-0\.\d{4}, 0\.\d{4}\] does not exclude 0$", decision.Reason);
    }

    [Fact]
    public void Decide_ChallengerIsWorse_SaysSo() =>
        Assert.StartsWith("kept champion: the challenger is worse, gain -0.0", new Duel(300, 1).Better(-0.03).Decide().Reason, StringComparison.Ordinal);

    [Fact]
    public void Decide_ClearGain_PromotesWithEverySliceOfEveryFamily()
    {
        var duel = new Duel(300, 1).Better(0.03);

        var decision = duel.Decide();

        Assert.True(decision.Promote);
        Assert.Equal(16, decision.Slices.Count);
        Assert.Equal(3 * duel.Speakers.Count, decision.Slices.Sum(slice => slice.Rows));
        Assert.Contains(decision.Slices, slice => slice.Verdict == SliceVerdict.Better);
        Assert.Contains("none of 16 slices got worse", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_SameModel_IsKept()
    {
        var duel = new Duel(60, 1);

        Assert.False(PromotionGate.Decide(duel.Champion, duel.Champion, duel.Speakers, duel.Families).Promote);
    }

    [Fact]
    public void Decide_NoChampion_Promotes()
    {
        var duel = new Duel(60, 1);

        var decision = PromotionGate.Decide(null, duel.Challenger, duel.Speakers, duel.Families);

        Assert.True(decision.Promote);
        Assert.Null(decision.Gain);
    }

    [Fact]
    public void Decide_TooFewSpeakers_KeepsTheChampion()
    {
        var decision = new Duel(PromotionGate.LeastSpeakers - 1, 1).Better(0.2).Decide();

        Assert.False(decision.Promote);
        Assert.Contains("9 held-out speakers are too few", decision.Reason, StringComparison.Ordinal);
        Assert.All(decision.Slices, slice => Assert.Equal(SliceVerdict.Unjudged, slice.Verdict));
    }

    [Fact]
    public void Decide_SliceOfTooFewSpeakers_IsNotJudged()
    {
        var duel = new Duel(100, 1).Better(0.05);
        duel.Tags[0] = "rare";
        duel.Better(-3, row => row == 0);

        var decision = duel.Decide();

        Assert.Equal(("rare", SliceVerdict.Unjudged), (decision.Slices[^1].Slice, decision.Slices[^1].Verdict));
    }

    [Fact]
    public void Decide_ErrorsOfOtherLives_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PromotionGate.Decide([1, 2], [1], ["a"], []));
        Assert.Throws<ArgumentException>(() => PromotionGate.Decide([1], [1], ["a"], [new SliceFamily("tag", [])]));
        Assert.Throws<ArgumentException>(() => PromotionGate.Decide([1], [double.NaN], ["a"], []));
    }

    [Fact]
    public void Decision_AsJson_ComesBack()
    {
        var decision = new Duel(60, 1).Decide();

        var back = JsonSerializer.Deserialize<PromotionDecision>(JsonSerializer.Serialize(decision))!;

        Assert.Equal(decision.Slices, back.Slices);
        Assert.Equal(decision.Reason, back.Reason);
    }
}
