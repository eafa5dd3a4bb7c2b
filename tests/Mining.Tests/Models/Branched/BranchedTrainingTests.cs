using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

[Collection(TorchCollection.Name)]
public sealed class BranchedTrainingTests
{
    private const int Seed = 7;

    private static readonly MtbDnnOptions OneStep = RatedWorld.Tiny with { Epochs = 1, BatchSize = 1000, Dropout = 0, LearningRate = 1e-9 };

    [Fact]
    public void Fit_Loss_IsTheMeanOfTheBranchesLossesNotTheLossOfTheirMean()
    {
        var rows = RatedWorld.Rated();
        var codes = ColumnCodes.Fit(rows.Features, RatedWorld.Categories, OneStep.Bins);
        var heard = new List<FitProgress>();

        new BranchedTraining(OneStep).Fit(codes, rows, rows, Seed, new Ear(heard.Add), TestContext.Current.CancellationToken);

        var (ofEach, ofMean) = LossesByHand(codes, rows);
        Assert.Equal(ofEach, Assert.Single(heard).Loss, 1e-5);
        Assert.True(ofEach - ofMean > 5e-4, $"{ofEach} and {ofMean} are too near to be told apart");
    }

    [Fact]
    public void Fit_Weights_SayRatings()
    {
        var rows = RatedWorld.Rated();
        var codes = ColumnCodes.Fit(rows.Features, RatedWorld.Categories, OneStep.Bins);

        var (weights, epoch) = new BranchedTraining(RatedWorld.Tiny with { Epochs = 40, LearningRate = 0.01 }).Fit(codes, rows, rows, Seed, null, TestContext.Current.CancellationToken);

        var scores = new BranchedForward(codes, weights).Score(rows.Features);
        var error = scores.Zip(rows.Ratings, (said, rating) => Math.Abs(said - rating)).Average();
        var spread = rows.Ratings.Select(rating => Math.Abs(rating - rows.Ratings.Average())).Average();
        Assert.InRange(epoch, 1, 40);
        Assert.True(error < 0.7 * spread, $"error {error} beside a spread of {spread}");
    }

    [Fact]
    public void Fit_StoppingRowsThatGetWorseByLearning_KeepsTheFirstPass()
    {
        var rows = RatedWorld.Rated();
        var codes = ColumnCodes.Fit(rows.Features, RatedWorld.Categories, OneStep.Bins);
        var upsideDown = rows with { Ratings = [.. rows.Ratings.Select(rating => 8 - rating)] };
        var heard = new List<FitProgress>();

        var (_, epoch) = new BranchedTraining(RatedWorld.Tiny with { Epochs = 60, Patience = 3, LearningRate = 0.02 })
            .Fit(codes, rows, upsideDown, Seed, new Ear(heard.Add), TestContext.Current.CancellationToken);

        Assert.InRange(epoch, 1, 20);
        Assert.Equal(Math.Min(60, epoch + 3), heard.Count);
    }

    // Standardised ratings, smooth L1 and weights n / (n + 6), of the same first weights.
    private static (double OfEach, double OfMean) LossesByHand(ColumnCodes codes, RatedRows rows)
    {
        using var chance = new torch.Generator(Seed, torch.CPU);
        using var net = new BranchedNet(codes.Count, codes.Units, OneStep, chance);
        net.eval();
        using var said = net.forward(AlignedTensor.Of(codes.Encode(rows.Features), rows.Ratings.Count, codes.Units));
        var each = said.detach().data<float>().ToArray();
        var mean = rows.Ratings.Average();
        var spread = Math.Sqrt(rows.Ratings.Average(rating => (rating - mean) * (rating - mean)));
        double[] worth = [.. rows.Reviews.Select(count => count / (count + 6))];
        double ofEach = 0, ofMean = 0;
        for (var row = 0; row < worth.Length; row++)
        {
            var truth = (rows.Ratings[row] - mean) / spread;
            var own = each[(row * 4)..((row + 1) * 4)];
            ofEach += worth[row] * own.Average(value => Loss(value - truth));
            ofMean += worth[row] * Loss(own.Average() - truth);
        }

        return (ofEach / worth.Sum(), ofMean / worth.Sum());
    }

    private static double Loss(double error) => Math.Abs(error) < 1 ? error * error / 2 : Math.Abs(error) - 0.5;

    private sealed class Ear(Action<FitProgress> heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard(value);
    }
}
