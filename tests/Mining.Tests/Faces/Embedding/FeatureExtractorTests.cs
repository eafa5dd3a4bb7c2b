using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Imaging;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Embedding;

public sealed class FeatureExtractorTests
{
    private static readonly RgbImage Picture = new(2, 2, [10, 20, 30, 40, 50, 60, 10, 20, 30, 40, 50, 60]);

    // Onto themselves: the picture is the aligned face.
    private static readonly Landmarks Points = new(new(0, 0), new(1, 0), new(0.5f, 0.5f), new(0, 1), new(1, 1));

    [Fact]
    public void Read_TwoNets_GivesTheBlocksOfBothInOrder()
    {
        using var extractor = new FeatureExtractor([new CornerNet("a", twice: false), new CornerNet("b", twice: false)]);

        var features = extractor.Read(Picture, Points);

        Assert.Equal("a@corner+b@corner", extractor.Id);
        Assert.Equal(["a-red", "a-rest", "b-red", "b-rest"], features.Blocks.Select(block => block.Name));
        Assert.Equal([20f, 30], features["b-rest"]);
        Assert.Equal([20f, 30, 10], features.Join("a-rest", "b-red"));
    }

    [Fact]
    public void Read_NetReadTwice_IsTheMeanOfBothSidesAndHasAnotherId()
    {
        using var extractor = new FeatureExtractor([new CornerNet("a", twice: true)]);

        var features = extractor.Read(Picture, Points);

        Assert.Equal("a@cornerx2", extractor.Id);
        Assert.Equal([25f, 35, 45], features.Join("a-red", "a-rest"));
    }

    [Fact]
    public void Item_BlockThatNoNetSays_IsRefusedByName()
    {
        var features = new FaceFeatures([new FeatureBlock("a", 1)], [[1f]]);

        Assert.Contains("no block b among a", Assert.Throws<ArgumentException>(() => features["b"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_Extractor_DisposesItsNets()
    {
        var net = new CornerNet("a", twice: false);

        new FeatureExtractor([net]).Dispose();

        Assert.True(net.Disposed);
    }

    /// <summary>Says the colour of the upper left pixel.</summary>
    private sealed class CornerNet(string id, bool twice) : IFeatureNet
    {
        public bool Disposed { get; private set; }

        public string Id => id;

        public AlignmentTemplate Template { get; } = new("corner", 2, Points.Points);

        public IReadOnlyList<FeatureBlock> Blocks { get; } = [new($"{id}-red", 1), new($"{id}-rest", 2)];

        public bool IsReadTwice => twice;

        public float[][] Read(RgbImage aligned) => [[aligned.Pixels[0]], [aligned.Pixels[1], aligned.Pixels[2]]];

        public void Dispose() => Disposed = true;
    }
}
