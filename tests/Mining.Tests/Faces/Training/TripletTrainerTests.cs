using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Tests.Faces.Heads;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

[Collection(TorchCollection.Name)]
public sealed class TripletTrainerTests
{
    [Fact]
    public void Train_PeopleFarApart_KeepsTheDistanceAsItIs()
    {
        using var head = Train(Set(noise: 0.05));

        Assert.Equal(1, head.Manifest.Validation["verification.accuracy"]);
        Assert.DoesNotContain("projection", head.State.Keys);
    }

    [Fact]
    public void Train_Noise_KeepsAProjectionOnlyWhereItIsBetter()
    {
        using var head = Train(Set(noise: 1));

        var metrics = head.Manifest.Validation;
        Assert.InRange(metrics["verification.accuracy"], 0.5, 0.99);
        Assert.Equal(metrics["verification.projected.accuracy"] > metrics["verification.accuracy"], head.State.ContainsKey("projection"));
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameNumbers()
    {
        using var one = Train(Set(noise: 1));
        using var other = Train(Set(noise: 1));

        Assert.Equal(one.Manifest.Validation, other.Manifest.Validation);
        Assert.Equal(one.Manifest.WeightsSha256, other.Manifest.WeightsSha256);
    }

    [Fact]
    public void Train_OneFold_SaysThatTwoAreNeeded()
    {
        var set = Set(noise: 1);

        Assert.Contains("pairs of 1 folds", Refused(set.Pairs.Where(pair => pair.Fold == 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_NobodyTwice_SaysThatNoTripletCanBeMade() =>
        Assert.Contains("no triplet can be made", Refused(Set(noise: 1).Pairs.Where(pair => !pair.Same)), StringComparison.Ordinal);

    private static string Refused(IEnumerable<FacePair> pairs)
    {
        var set = Set(noise: 1);
        return Assert.Throws<MiningException>(() => Train(new PairSet([.. pairs], set.Vectors, set.Source, set.Features))).Message;
    }

    private static IFaceHead Train(PairSet set) => TripletTrainer.Train(set, 1, null, TestContext.Current.CancellationToken);

    // Two folds of four people with three pictures each; every picture with every other of its fold.
    private static PairSet Set(double noise)
    {
        var chance = new Random(1);
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var person = 0; person < 8; person++)
        {
            // Each looks a way of their own.
            double[] face = [.. Enumerable.Range(0, 8).Select(axis => (axis == person ? 3 : 0) + (0.3 * Population.Gaussian(chance)))];
            for (var picture = 0; picture < 3; picture++)
            {
                double[] seen = [.. face.Select(value => value + (noise * Population.Gaussian(chance)))];
                vectors[$"{person}{picture}"] = [.. seen.Select(value => (float)(value / Math.Sqrt(seen.Sum(one => one * one))))];
            }
        }

        var pairs = vectors.Keys.SelectMany(first => vectors.Keys.Select(second => new FacePair(first[0] < '4' ? 1 : 2, first, second, first[0] == second[0])))
            .Where(pair => string.CompareOrdinal(pair.First, pair.Second) < 0 && pair.First[0] < '4' == pair.Second[0] < '4');
        return new PairSet([.. pairs], vectors, new FaceDataSource("pairs.zip", new string('a', 64), 24), "nets");
    }
}
