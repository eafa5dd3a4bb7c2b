using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces;

public sealed class FeatureCacheTests : IDisposable
{
    private static readonly FeatureBlock[] Blocks = [new("one", 2), new("two", 1)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Get_AfterReopening_GivesTheSameFaceWithoutReading()
    {
        Keep("nets", [1], [2]);

        using var cache = Open("nets");
        var face = cache.Get([2], Never);

        Assert.Equal(FaceOutcome.Face, face.Outcome);
        Assert.Equal([2f, 0.1f], face.Features!["one"]);
        Assert.Equal([-2f], face.Features["two"]);
    }

    [Theory]
    [InlineData(FaceOutcome.Abstained)]
    [InlineData(FaceOutcome.Refused)]
    public void Get_NoFace_IsRememberedToo(FaceOutcome outcome)
    {
        using var cache = Open("nets");
        cache.Get([1], _ => new FaceReading(outcome, "reason", null, null));

        Assert.Equal(new FaceReading(outcome, null, null, null), cache.Get([1], Never));
    }

    [Fact]
    public void Open_FileCutOff_LosesTheLastPictureOnly()
    {
        Keep("nets", [1], [2]);
        var path = Assert.Single(Directory.GetFiles(_folder.PathOf("cache")));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        var reads = 0;
        using (var cache = Open("nets"))
        {
            Assert.Equal([-1f], cache.Get([1], Never).Features!["two"]);
            cache.Get([2], Counted);
            Assert.Equal([-3f], cache.Get([3], Counted).Features!["two"]);
        }

        // What came after the cut lies where it belongs.
        using var again = Open("nets");
        Assert.Equal(2, reads);
        Assert.Equal([[-1f], [-2f], [-3f]], new byte[] { 1, 2, 3 }.Select(picture => again.Get([picture], Never).Features!["two"]));

        FaceReading Counted(byte[] bytes)
        {
            reads++;
            return Read(bytes);
        }
    }

    [Fact]
    public void Get_AnotherStackOfNets_IsReadAnew()
    {
        Keep("nets", [1]);

        using var cache = Open("other nets");

        Assert.Equal([7f], cache.Get([1], _ => new FaceReading(FaceOutcome.Face, null, null, new FaceFeatures(Blocks, [[7, 7], [7]]))).Features!["two"]);
        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("cache")).Length);
    }

    [Fact]
    public void Get_ManyThreadsAtOnce_MixNothingUp()
    {
        using (var cache = Open("nets"))
        {
            Parallel.For(0, 400, at => Assert.Equal([-(at % 50)], cache.Get([(byte)(at % 50)], Read).Features!["two"]));
        }

        using var again = Open("nets");
        Assert.All(Enumerable.Range(0, 50), picture => Assert.Equal([picture, 0.1f], again.Get([(byte)picture], Never).Features!["one"]));
    }

    [Fact]
    public void Open_TwiceAtOnce_GivesEachAFileOfItsOwn()
    {
        using var cache = Open("nets");
        using var other = Open("nets");
        cache.Get([1], Read);
        other.Get([2], Read);

        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("cache")).Length);
        Assert.Equal(FaceOutcome.Face, cache.Get([1], Never).Outcome);
        Assert.Equal(FaceOutcome.Face, other.Get([2], Never).Outcome);
    }

    [Fact]
    public void Open_FolderIsAFile_SaysSo()
    {
        _folder.Write("cache", "x");

        Assert.Contains("the cache of features cannot be opened", Assert.Throws<MiningException>(() => Open("nets")).Message, StringComparison.Ordinal);
    }

    private static FaceReading Read(byte[] bytes) => new(FaceOutcome.Face, null, null, new FaceFeatures(Blocks, [[bytes[0], 0.1f], [-bytes[0]]]));

    private static FaceReading Never(byte[] bytes) => throw new InvalidOperationException($"picture {bytes[0]} is read again");

    private FeatureCache Open(string id) => new(_folder.PathOf("cache"), id, Blocks);

    private void Keep(string id, params byte[][] pictures)
    {
        using var cache = Open(id);
        foreach (var picture in pictures)
        {
            cache.Get(picture, Read);
        }
    }
}
