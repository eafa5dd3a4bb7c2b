using CsCheck;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class TripletTests
{
    [Fact]
    public void Loss_KnownPoints_IsTheMeanOfWhatIsAboveZero()
    {
        using var scope = torch.NewDisposeScope();
        using Scalar margin = 0.2;

        var loss = TripletLoss.Of(
            torch.zeros(2, 2), torch.tensor([1f, 0f, 0f, 1f]).view(2, 2), torch.tensor([0f, 1.05f, 2f, 0f]).view(2, 2), margin);

        // .2 - 1.1025 + 1 = .0975, and .2 - 4 + 1, which is below 0.
        Assert.Equal(0.04875, loss.item<float>(), 1e-6);
    }

    [Fact]
    public void Mining_PointsOnALine_PicksTheNearestSemiHardNegative()
    {
        // From 0 the positive is 1 away. Squared distances of the others: .25 is hard, 1.0816 and 1.1881 are semi-hard, 9 is easy.
        // From 1 all but the last, 4, are nearer than the positive: no triplet.
        float[][] points = [[0], [1], [0.5f], [1.09f], [1.04f], [3]];

        var triplets = SemiHardMining.Pick(points, [0, 0, 1, 2, 3, 4], margin: 0.2);

        Assert.Equal([new Triplet(0, 1, 4)], triplets);
    }

    [Fact]
    public void Mining_SeveralOfAPerson_TakesEveryPairAsBothAnchorAndPositive()
    {
        // 1 and its mates are equally far from 2: each of the six pairs has a semi-hard negative within 4.
        float[][] points = [[0, 0], [0, 0.1f], [0.1f, 0], [1, 1]];

        var triplets = SemiHardMining.Pick(points, [7, 7, 7, 8], margin: 4);

        Assert.Equal([new(0, 1, 3), new(0, 2, 3), new(1, 0, 3), new(1, 2, 3), new(2, 0, 3), new Triplet(2, 1, 3)], triplets);
    }

    [Fact]
    public void Mining_AnyPoints_PicksOnlyInsideTheMargin() =>
        Gen.Select(Gen.Float[-1f, 1f].Array[2].Array[8], Gen.Int[0, 2].Array[8]).Sample(
            (points, people) =>
            {
                foreach (var (anchor, positive, negative) in SemiHardMining.Pick(points, people, margin: 0.3))
                {
                    var (near, far) = (Squared(points[anchor], points[positive]), Squared(points[anchor], points[negative]));
                    Assert.True(anchor != positive && people[anchor] == people[positive] && people[anchor] != people[negative]);
                    Assert.InRange(far, near - 1e-6, near + 0.3 + 1e-6);
                    var others = Enumerable.Range(0, 8).Where(other => people[other] != people[anchor]).Select(other => Squared(points[anchor], points[other]));
                    Assert.DoesNotContain(others, other => other > near + 1e-6 && other < far - 1e-6);
                }
            },
            iter: 1000,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Project_KnownWeights_IsTheProductWithTheUnitVector()
    {
        var projection = new TripletProjection(new WeightTensor([2, 2], [1, 0, 1, 1]));

        // (3, 4) / 5 = (.6, .8).
        Assert.Equal([0.6f, 1.4f], projection.Project([3, 4]), (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.Equal(projection.Project([3, 4]), projection.Project([6, 8]));
    }

    [Fact]
    public void Project_NoDirectionOrAnotherWidth_IsRefused()
    {
        var projection = new TripletProjection(new WeightTensor([2, 2], [1, 0, 1, 1]));

        Assert.Throws<ArgumentException>(() => projection.Project([0, 0]));
        Assert.Throws<ArgumentException>(() => projection.Project([float.NaN, 1]));
        Assert.Contains("3 features where the projection has 2", Assert.Throws<ArgumentException>(() => projection.Project([1, 2, 3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NoEpoch_ChangesNoDistance()
    {
        var (faces, people) = Faces(people: 5, seed: 1);

        var projection = Fit(faces, people, new TripletOptions { Width = 8, Epochs = 0 });

        for (var other = 1; other < faces.Length; other++)
        {
            var expected = Squared(TripletProjection.Unit(faces[0]), TripletProjection.Unit(faces[other]));
            Assert.Equal(expected, Squared(projection.Project(faces[0]), projection.Project(faces[other])), 1e-5);
        }
    }

    [Fact]
    public void Fit_FacesWithMuchNoise_TellsOtherPeopleApartBetter()
    {
        var (faces, people) = Faces(people: 40, seed: 1);
        var (others, strangers) = Faces(people: 40, seed: 2);

        var before = Fit(faces, people, new TripletOptions { Width = 8, Epochs = 0 });
        var after = Fit(faces, people, new TripletOptions { Width = 8, LearningRate = 0.01, Epochs = 30 });

        Assert.True(
            Mixed(after, others, strangers) < 0.8 * Mixed(before, others, strangers),
            $"pairs out of order: {Mixed(before, others, strangers):P1} before, {Mixed(after, others, strangers):P1} after");
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameBits()
    {
        var (faces, people) = Faces(people: 10, seed: 1);
        var options = new TripletOptions { Width = 4, Epochs = 3, People = 4 };

        Assert.Equal(Fit(faces, people, options).Weights.Values, Fit(faces, people, options).Weights.Values);
        Assert.NotEqual(Fit(faces, people, options).Weights.Values, Fit(faces, people, options, seed: 2).Weights.Values);
    }

    [Fact]
    public void Fit_NoTripletPossible_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => Fit([[1, 0], [0, 1]], [0, 1], new TripletOptions { Width = 2 }));
        Assert.Throws<ArgumentException>(() => Fit([[1, 0], [0, 1]], [0, 0], new TripletOptions { Width = 2 }));
        Assert.Throws<ArgumentException>(() => Fit([[1, 0], [0, 1], [1, 1]], [0, 0, 1], new TripletOptions { Width = 3 }));
    }

    private static TripletProjection Fit(float[][] faces, int[] people, TripletOptions options, int seed = 1) =>
        new TripletTraining(options, seed).Fit(faces, people, null, TestContext.Current.CancellationToken);

    // Four numbers that tell people apart, and four that are noise and as large.
    private static (float[][] Faces, int[] People) Faces(int people, int seed)
    {
        var chance = new Random(seed);
        var faces = new List<float[]>();
        for (var person = 0; person < people; person++)
        {
            var own = Draw(4);
            faces.AddRange(Enumerable.Range(0, 4).Select(_ => (float[])[.. own.Zip(Draw(4), (mean, noise) => mean + (0.2f * noise)), .. Draw(4)]));
        }

        return ([.. faces], [.. Enumerable.Range(0, 4 * people).Select(face => face / 4)]);

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * chance.NextDouble()) - 1))];
    }

    // The share of (anchor, positive, negative) in which the stranger is nearer.
    private static double Mixed(TripletProjection projection, float[][] faces, int[] people)
    {
        float[][] rows = [.. faces.Select(face => projection.Project(face))];
        return (from anchor in Enumerable.Range(0, rows.Length)
                from positive in Enumerable.Range(0, rows.Length)
                where positive != anchor && people[positive] == people[anchor]
                from negative in Enumerable.Range(0, rows.Length)
                where people[negative] != people[anchor]
                select Squared(rows[anchor], rows[negative]) < Squared(rows[anchor], rows[positive]) ? 1.0 : 0).Average();
    }

    private static double Squared(float[] one, float[] other) => one.Zip(other, (a, b) => ((double)a - b) * ((double)a - b)).Sum();
}
