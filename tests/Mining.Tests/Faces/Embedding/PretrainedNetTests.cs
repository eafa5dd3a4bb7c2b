using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Embedding;

/// <summary>On drawn faces: no real person.</summary>
public sealed class PretrainedNetTests
{
    private static readonly Landmarks Points = new(new(80, 90), new(120, 90), new(100, 115), new(84, 137), new(116, 137));

    [Theory]
    [InlineData("dlib")]
    [InlineData("faceres")]
    [InlineData("fr")]
    public void Read_SameFaceTwice_GivesTheSameBitsInTheShapesPromised(string name)
    {
        using var net = Load(name);
        using var again = Load(name);
        var face = net.Template.Align(Drawn(0), Points);

        var (first, second) = (net.Read(face), again.Read(face));

        Assert.Equal(net.Blocks.Select(block => block.Length), first.Select(values => values.Length));
        Assert.Equal(first.SelectMany(values => values).Select(BitConverter.SingleToInt32Bits), second.SelectMany(values => values).Select(BitConverter.SingleToInt32Bits));
        Assert.All(first, values => Assert.All(values, value => Assert.True(float.IsFinite(value))));
    }

    [Theory]
    [InlineData("dlib", DlibNet.Descriptor)]
    [InlineData("faceres", FaceresNet.Embedding)]
    [InlineData("fr", FrNet.Descriptor)]
    public void Read_MirroredFace_IsNearerThanAnotherFace(string name, string block)
    {
        using var net = Load(name);
        var index = net.Blocks.ToList().FindIndex(one => one.Name == block);
        var (face, other) = (net.Template.Align(Drawn(0), Points), net.Template.Align(Drawn(1), Points));

        var (itself, mirrored, another) = (net.Read(face)[index], net.Read(face.Mirrored())[index], net.Read(other)[index]);

        Assert.InRange(Distance(itself, mirrored), 1e-6, Distance(itself, another) * 0.75);
    }

    [Fact]
    public void Read_Faceres_GivesProbabilities()
    {
        using var net = Load("faceres");

        var values = net.Read(net.Template.Align(Drawn(0), Points));

        Assert.Equal(1, values[1].Sum(), 1e-3);
        Assert.InRange(values[2][0], 0, 1);
    }

    [Fact]
    public void Read_PictureOfAnotherSize_IsRefused()
    {
        using var net = Load("dlib");

        Assert.Throws<ArgumentException>(() => net.Read(Drawn(0)));
    }

    [Fact]
    public void Load_FilesMissing_SaysHowToGetThem()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.Throws<MiningException>(() => FeatureExtractor.Load(new FaceModelFiles(folder.PathOf(string.Empty)), withFr: true));

        Assert.Contains("livequality faces install", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dlib", "[]")]
    [InlineData("faceres", """{"modelTopology":{"node":[]},"weightsManifest":[]}""")]
    [InlineData("fr", "no model")]
    public void Load_DamagedFile_IsOneLineThatNamesIt(string name, string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(name switch { "dlib" => FaceModelFiles.Dlib, "faceres" => FaceModelFiles.Faceres, _ => FaceModelFiles.Fr }, content);

        var failure = Assert.Throws<MiningException>(() => Load(name, new FaceModelFiles(folder.PathOf(string.Empty))));

        Assert.StartsWith(path, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static OnnxNet Load(string name, FaceModelFiles? files = null)
    {
        files ??= new FaceModelFiles(FaceModels.Folder);
        return name switch { "dlib" => DlibNet.Load(files), "faceres" => FaceresNet.Load(files), _ => FrNet.Load(files) };
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());

    /// <summary>A skin-coloured oval with eyes, nose and mouth; another kind has dark skin, a beard and no hair.</summary>
    private static RgbImage Drawn(int kind)
    {
        const int Size = 200;
        var pixels = new byte[Size * Size * RgbImage.Channels];
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var (red, green, blue) = Colour(kind, x, y);
                (pixels[((y * Size) + x) * 3], pixels[(((y * Size) + x) * 3) + 1], pixels[(((y * Size) + x) * 3) + 2]) = (red, green, blue);
            }
        }

        return new RgbImage(Size, Size, pixels);
    }

    private static (byte Red, byte Green, byte Blue) Colour(int kind, int x, int y) => 0 switch
    {
        _ when Inside(x, y, 80, 90, 4, 4) || Inside(x, y, 121, 90, 4, 4) => (30, 20, 20),
        _ when Inside(x, y, 80, 90, 10, 5) || Inside(x, y, 121, 90, 10, 5) => (240, 240, 240),
        _ when Inside(x, y, 103, 108, 4, 14) => ((byte)(kind == 0 ? 200 : 80), 120, 90),
        _ when Inside(x, y, 100, 137, 17, 5) => (170, 60, 60),
        _ when kind == 1 && y > 120 && Inside(x, y, 100, 110, 50, 65) => (20, 15, 10),
        _ when Inside(x, y, 100, 110, 50, 65) && (kind == 1 || y > 65) => kind == 0 ? ((byte)235, (byte)195, (byte)170) : ((byte)100, (byte)70, (byte)50),
        _ when kind == 0 && Inside(x, y, 100, 95, 62, 70) => (90, 50, 20),
        _ => (90, 110, (byte)(130 + (x / 8))),
    };

    private static bool Inside(int x, int y, int left, int top, int width, int height) => Math.Pow((x - left) / (double)width, 2) + Math.Pow((y - top) / (double)height, 2) <= 1;
}
