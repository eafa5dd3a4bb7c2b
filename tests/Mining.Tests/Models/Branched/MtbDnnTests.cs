using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

[Collection(TorchCollection.Name)]
public sealed class MtbDnnTests
{
    private static readonly RatedRows Rows = RatedWorld.Rated();

    [Fact]
    public void Fit_SameSeed_GivesTheSameBitsOnAnyThread()
    {
        var here = Fit(Rows);
        MtbDnnFit? there = null;
        var thread = new Thread(() => there = Fit(Rows));
        thread.Start();
        thread.Join();

        Assert.Equal(Bits(here), Bits(there!));
        Assert.Equal(here.OutOfFold, there!.OutOfFold);
        Assert.Equal(here.Epochs, there.Epochs);
    }

    [Fact]
    public void Fit_OtherSeed_GivesOtherNets() => Assert.NotEqual(Bits(Fit(Rows)), Bits(Fit(Rows, RatedWorld.Tiny with { Seed = 43 })));

    [Fact]
    public void OutOfFold_OfASpeaker_ComesFromPartsThatNeverSawIt()
    {
        // One pass: which one is kept may depend on the part left out, and must not here.
        var options = RatedWorld.Tiny with { Epochs = 1 };
        var part = FoldPlan.PartOf("speaker-3", options.Members, 0);
        int[] own = [.. Enumerable.Range(0, Rows.Ratings.Count).Where(row => Rows.Speakers[row] == "speaker-3")];
        var features = Rows.Features.SelectRows(own);

        var (good, absurd) = (Fit(Rated(5), options), Fit(Rated(1), options));

        Assert.Equal(good.Predictor.Nets[part].Score(features), absurd.Predictor.Nets[part].Score(features));
        Assert.Equal(good.Predictor.Trees.Score(part, features), absurd.Predictor.Trees.Score(part, features));
        Assert.All(Enumerable.Range(0, options.Members).Where(other => other != part), other =>
        {
            Assert.NotEqual(good.Predictor.Nets[other].Score(features), absurd.Predictor.Nets[other].Score(features));
            Assert.NotEqual(good.Predictor.Trees.Score(other, features), absurd.Predictor.Trees.Score(other, features));
        });
        var (net, trees) = (good.Predictor.Nets[part].Score(features), good.Predictor.Trees.Score(part, features));
        Assert.Equal(net.Zip(trees, good.Predictor.Blend.Of), own.Select(row => good.OutOfFold[row]));

        RatedRows Rated(double rating) => Rows with { Ratings = [.. Rows.Ratings.Select((usual, row) => own.Contains(row) ? rating : usual)] };
    }

    // Of four speakers some part of three is often empty until names are hashed with a salt.
    [Theory]
    [InlineData(30)]
    [InlineData(4)]
    [InlineData(3)]
    public void PredictApart_OnTheRowsLearntFrom_IsOutOfFold(int speakers)
    {
        var rows = RatedWorld.Rated(speakers: speakers);
        var fit = Fit(rows);

        Assert.Equal(fit.OutOfFold, fit.Predictor.PredictApart(rows.Features, rows.Speakers));
        Assert.NotEqual(fit.OutOfFold, fit.Predictor.Predict(rows.Features));
    }

    [Fact]
    public void Predict_AnyRow_IsTheBlendOfTheMeansWhateverRowsAreBeside()
    {
        var predictor = Fit(Rows).Predictor;
        var unseen = RatedWorld.Features(600, 5);

        var together = predictor.Predict(unseen);

        Assert.Equal(together, Enumerable.Range(0, 600).Select(row => predictor.Predict(unseen.SelectRows([row]))[0]));
        var (nets, trees) = (predictor.Nets.Select(net => net.Score(unseen)).ToArray(), predictor.Trees.Score(unseen));
        Assert.All(Enumerable.Range(0, 600), row => Assert.Equal(predictor.Blend.Of(nets.Average(net => net[row]), trees[row]), together[row], 1e-9));
    }

    [Fact]
    public void Restore_OfItsState_PredictsTheSameBits()
    {
        var predictor = Fit(Rows).Predictor;
        var unseen = RatedWorld.Features(100, 5);

        var again = MtbDnnPredictor.Restore(RatedWorld.Columns, predictor.State);

        Assert.Equal(predictor.Predict(unseen), again.Predict(unseen));
        Assert.Equal(predictor.PredictApart(Rows.Features, Rows.Speakers), again.PredictApart(Rows.Features, Rows.Speakers));
    }

    [Theory]
    [InlineData("nets", new float[] { 0, 0 }, "the number of nets")]
    [InlineData("nets", new float[] { 3 }, "the number of nets")]
    [InlineData("nets", new float[] { 3, -1 }, "the number of nets")]
    [InlineData("nets", new float[] { 2, 0 }, "as many sums of trees as nets")]
    [InlineData("nets", new float[] { 9, 0 }, "there is no tensor net3.")]
    [InlineData("blend", new float[] { 1.5f, 0 }, "how they are blended")]
    [InlineData("blend", new float[] { 0.5f }, "how they are blended")]
    [InlineData("blend", new[] { 0.5f, float.NaN }, "a weight is not finite")]
    [InlineData("codes.edges", new float[] { 1 }, "pieces")]
    public void Restore_ForgedState_IsRefused(string name, float[] values, string expected)
    {
        var state = Fit(Rows).Predictor.State.ToDictionary(StringComparer.Ordinal);
        state[name] = new WeightTensor([values.Length], values);

        Assert.Contains(expected, Assert.Throws<ModelFormatException>(() => MtbDnnPredictor.Restore(RatedWorld.Columns, state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_OtherNumberOfColumns_IsRefused() =>
        Assert.Contains("4 columns where the manifest has 5", Assert.Throws<ModelFormatException>(() => MtbDnnPredictor.Restore(5, Fit(Rows).Predictor.State)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_FewerSpeakersThanParts_IsRefused() =>
        Assert.Contains("2 lives or groups of them cannot be divided into 3 parts", Assert.Throws<MiningException>(() => Fit(RatedWorld.Rated(speakers: 2))).Message, StringComparison.Ordinal);

    [Fact]
    public void Predict_OtherWidth_IsRefused()
    {
        var predictor = Fit(Rows).Predictor;

        Assert.Throws<ArgumentException>(() => predictor.Predict(Builders.Some.Matrix(2, 5, 1)));
        Assert.Throws<ArgumentException>(() => predictor.PredictApart(Builders.Some.Matrix(2, 5, 1), ["a", "b"]));
    }

    [Fact]
    public void Fit_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Ear(_ => stop.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => new MtbDnn(RatedWorld.Tiny with { Epochs = 100_000, Patience = 100_000 }).Fit(Rows, RatedWorld.Categories, progress, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => new MtbDnn(RatedWorld.Tiny).Fit(Rows, RatedWorld.Categories, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Fit_Progress_EndsWithAllPassesDone()
    {
        var heard = new List<FitProgress>();

        new MtbDnn(RatedWorld.Tiny with { Epochs = 30, Patience = 1, LearningRate = 0.05 }).Fit(Rows, RatedWorld.Categories, new Ear(heard.Add), TestContext.Current.CancellationToken);

        Assert.Equal((90, 90), (heard[^1].Epoch, heard[^1].Epochs));
        Assert.Equal(heard.Select(report => report.Epoch).Order(), heard.Select(report => report.Epoch));
    }

    [Fact]
    public void FitAndPredict_AnyNumberOfTimes_LeaveNoTensorBehind()
    {
        Fit(Rows).Predictor.Predict(Rows.Features);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = torch.Tensor.TotalCount;

        // Without the collector's help: what a finalizer frees was not freed by us.
        for (var time = 0; time < 3; time++)
        {
            Fit(Rows).Predictor.Predict(Rows.Features);
        }

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static MtbDnnFit Fit(RatedRows rows, MtbDnnOptions? options = null) => new MtbDnn(options ?? RatedWorld.Tiny).Fit(rows, RatedWorld.Categories, null, CancellationToken.None);

    private static IEnumerable<(string Name, float Value)> Bits(MtbDnnFit fit) =>
        fit.Predictor.State.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Values.Select(value => (pair.Key, value)));

    private sealed class Ear(Action<FitProgress> heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard(value);
    }
}
