using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Heads;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Data;

public sealed class PairSetTests
{
    private static readonly FaceDataSource Source = new("pairs.zip", new string('0', 64), 5);

    [Fact]
    public void People_ChainOfPairs_IsOnePerson()
    {
        // b-c first, so that a joins a group that is there already; d is a stranger of c, e is in no pair.
        var set = Of(Same("b", "c"), Same("a", "b"), new FacePair(1, "c", "d", false));

        var people = set.People(["a", "b", "c", "d", "e"]);

        Assert.Equal((people[0], people[0]), (people[1], people[2]));
        Assert.Equal(3, people.Distinct().Count());
    }

    [Fact]
    public void People_TwoChainsJoined_AreOnePerson() =>
        Assert.Single(Of(Same("a", "b"), Same("c", "d"), Same("d", "a")).People(["a", "b", "c", "d"]).Distinct());

    [Fact]
    public void People_LinkIsNoneOfTheFiles_DoesNotJoin() =>
        Assert.Equal(2, Of(Same("a", "b"), Same("b", "c")).People(["a", "c"]).Distinct().Count());

    [Fact]
    public void Judged_PictureWithoutAFace_LeavesItsPairsOut()
    {
        var set = new PairSet([Same("a", "b"), Same("a", "c"), Same("c", "b")], Vectors("a", "b"), Source, "nets");

        Assert.Equal([Same("a", "b")], set.Judged);
    }

    private static FacePair Same(string first, string second) => new(1, first, second, true);

    private static PairSet Of(params FacePair[] pairs) => new(pairs, Vectors("a", "b", "c", "d", "e"), Source, "nets");

    private static Dictionary<string, float[]> Vectors(params string[] files) => files.ToDictionary(file => file, _ => new float[] { 1 }, StringComparer.Ordinal);
}
