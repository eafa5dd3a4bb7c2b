using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Running;

[Collection(TorchCollection.Name)]
public sealed class RichRegressorsTests
{
    private static readonly StudySettings Settings = new(
        StudyEdition.A, StudyProtocol.Honest, FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Honest), RichRegressors.Names, RichTables.MinReviews, Folds: 3, Seed: 42, Seeds: 1, Features: null);

    private static readonly StudyTable All = RichTables.Read();

    [Fact]
    public void Of_AnyOptions_HasARowAName() => Assert.Equal(RichRegressors.Names, RichRegressors.Of(RichTables.Small).Select(regressor => regressor.Name));

    [Theory]
    [InlineData(RichRegressors.Boosting)]
    [InlineData(MtbDnn.Name)]
    [InlineData(RichRegressors.StudyColumns)]
    [InlineData(RichRegressors.NoSpeaker)]
    public void Run_TestScoresPlanted_PredictsTheSame_AndOtherwiseWhereScoresLearntFromAreChanged(string name)
    {
        var fold = new UnitRunner(All.WithReviews(RichTables.MinReviews), Settings, TimeProvider.System, All).Folds(FoldsBy.Shuffle)[0];
        var used = All.WithReviews(RichTables.MinReviews).Rows;

        var own = Run(name, All).Named!;

        Assert.Equal(own, Run(name, All.WithScores(fold.Test.Select(row => used[row].Id), 1)).Named!);
        Assert.NotEqual(own[name], Run(name, All.WithScores(fold.Training.Take(8).Select(row => used[row].Id), 1)).Named![name]);
    }

    [Fact]
    public void Run_TheNetworkAndItsParts_AreOneTraining()
    {
        string[] keys = [.. new[] { MtbDnn.Name, RichRegressors.Nets, RichRegressors.Trees }.Select(name => Unit(name).Key).Distinct()];
        var outcome = Run(RichRegressors.Nets, All);

        var (whole, nets, trees) = (outcome.Of(MtbDnn.Name).Predicted[0], outcome.Of(RichRegressors.Nets).Predicted[0], outcome.Of(RichRegressors.Trees).Predicted[0]);

        Assert.Single(keys);
        // The whole is bias + share · nets + (1 - share) · trees: two rows give share and bias, all others must follow.
        double[] apart = [.. nets.Zip(trees, (net, tree) => net - tree)], above = [.. whole.Zip(trees, (both, tree) => both - tree)];
        var (low, high) = (Array.IndexOf(apart, apart.Min()), Array.IndexOf(apart, apart.Max()));
        var share = (above[high] - above[low]) / (apart[high] - apart[low]);
        Assert.All(apart.Zip(above), row => Assert.Equal(above[low] + (share * (row.First - apart[low])), row.Second, 1e-6));
        Assert.NotEqual(nets, trees);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameBits_AnotherSeedOthers()
    {
        var own = Run(MtbDnn.Name, All).Named!;

        Assert.Equal(own, Run(MtbDnn.Name, All).Named!);
        // The folds of another seed are others; so the training itself is asked.
        var fold = new RichFolds(All, All.WithReviews(RichTables.MinReviews)).Cut(
            new UnitRunner(All.WithReviews(RichTables.MinReviews), Settings, TimeProvider.System).Folds(FoldsBy.Shuffle)[0], byChance: true, afterTheLive: true, _ => true);
        Assert.NotEqual(own[RichRegressors.Nets], Regressor(MtbDnn.Name).Rich!.Run(fold, 43, TestContext.Current.CancellationToken)[RichRegressors.Nets]);
    }

    [Fact]
    public void Run_Ablated_LearnsFromFewerColumns()
    {
        Assert.Equal(RichFeatures.All, Run(RichRegressors.Boosting, All).Columns);
        Assert.Equal(24, Run(RichRegressors.StudyColumns, All).Columns.Count);
        Assert.DoesNotContain(Run(RichRegressors.NoSpeaker, All).Columns, column => column.Contains("speaker_s", StringComparison.Ordinal) || column.EndsWith("to_speaker", StringComparison.Ordinal));
        Assert.Contains("tag_score", Run(RichRegressors.NoSpeaker, All).Columns);
    }

    private static StudyRegressor Regressor(string name) => RichRegressors.Of(RichTables.Small).Single(regressor => regressor.Name == name);

    private static StudyUnit Unit(string name) => new(new Trial(Regressor(name), FoldsBy.Shuffle, Settings.Flaws), [0]);

    private static FoldOutcome Run(string name, StudyTable all) =>
        Assert.Single(new UnitRunner(all.WithReviews(RichTables.MinReviews), Settings, TimeProvider.System, all).Run(Unit(name), TestContext.Current.CancellationToken).Folds);
}
