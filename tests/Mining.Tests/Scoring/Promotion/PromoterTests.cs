using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Promotion;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Mining.Tests.Scoring.WarmAndCold;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Promotion;

[Collection(TorchCollection.Name)]
public sealed class PromoterTests
{
    private static readonly IReadOnlyList<Live> Lives = StartedWorld.Lives(240, speakers: 80);
    private static readonly FeatureTable Table = Some.Table(Lives);
    private static readonly Lazy<ModelRecord> Good = new(() => StartedWorld.Train(Table).Model);
    private static readonly Lazy<ModelRecord> Bad = new(() => StartedWorld.Train(Some.Table(Shuffled())).Model);

    [Fact]
    public void Decide_NoChampionYet_Promotes()
    {
        var decision = Decide(null, Good.Value);

        Assert.True(decision.Promote);
        Assert.Null(decision.Gain);
        Assert.Equal(160, decision.Rows);
    }

    [Fact]
    public void Decide_BetterChallenger_Promotes()
    {
        var decision = Decide(Bad.Value, Good.Value);

        Assert.True(decision.Promote, decision.Reason);
        Assert.True(decision.Gain!.Low > 0, $"{decision.Gain}");
        Assert.All(["tag", "price", "speaker", "reviews"], family => Assert.Contains(decision.Slices, slice => slice.Family == family));
    }

    [Fact]
    public void Decide_WorseChallenger_KeepsTheChampion()
    {
        var decision = Decide(Good.Value, Bad.Value);

        Assert.False(decision.Promote);
        Assert.StartsWith("kept champion: the challenger is worse", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_OtherSeedOnly_KeepsTheChampion()
    {
        var decision = Decide(Good.Value, StartedWorld.Train(Table, seed: 7).Model);

        Assert.False(decision.Promote, decision.Reason);
    }

    [Fact]
    public void Fault_ModelOfPortraitsWhereNobodyLooksAtThem_SaysWhyItCannotBeCompared()
    {
        var model = StartedWorld.Train(Some.TableWithPortraits(Lives.Select((live, number) => (live, number % 2 == 0 ? Some.Face() : null)))).Model;

        Assert.Contains("Faces:Enabled", Scorer.Fault(Table, model), StringComparison.Ordinal);
        Assert.Null(Scorer.Fault(Table, Good.Value));
    }

    [Fact]
    public void Decide_DamagedChampion_SaysSo() =>
        Assert.Throws<ModelFormatException>(() => Decide(Good.Value with { Weights = [.. Good.Value.Weights, 0] }, Bad.Value));

    private static PromotionDecision Decide(ModelRecord? champion, ModelRecord challenger) =>
        new Promoter(Options.Create(new TrainingOptions())).Decide(Table, champion, challenger);

    // Scores that belong to other lives: nothing can be learnt from them.
    private static IEnumerable<Live> Shuffled()
    {
        double?[] scores = [.. Lives.Where(live => live.ReviewScore is not null).Select(live => live.ReviewScore)];
        new Random(3).Shuffle(scores);
        var next = 0;
        return [.. Lives.Select(live => live.ReviewScore is null ? live : live with { ReviewScore = scores[next++] })];
    }
}
