using System.IO.Compression;
using System.Numerics;
using LiveQuality.Mining.Faces.Detecting;
using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Detecting.Mtcnn;
using LiveQuality.Mining.Faces.Detecting.UltraFace;
using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using LiveQuality.Tests.Faces;
using SkiaSharp;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting;

/// <summary>What holds for every detector, on drawn faces and, where they are at hand, on real ones.</summary>
[Collection(TorchCollection.Name)]
public sealed class DetectorTests
{
    public static TheoryData<string> Names => ["mtcnn", "ultraface"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Detect_DrawnPortraits_FindsOneFaceWithItsEyesEach(string name)
    {
        using var detector = Detector(name);
        for (var seed = 0; seed < 6; seed++)
        {
            const int Side = 256;
            var drawn = new DrawnFace(seed);
            using var bitmap = drawn.Draw(Side);

            var face = Assert.Single(detector.Detect(Picture.Of(bitmap)));

            var (left, right) = drawn.Eyes;
            Assert.InRange(Vector2.Distance(face.Landmarks.LeftEye, new Vector2(left.X, left.Y) * Side), 0, 5);
            Assert.InRange(Vector2.Distance(face.Landmarks.RightEye, new Vector2(right.X, right.Y) * Side), 0, 5);
            Assert.InRange(face.Landmarks.Nose.Y, face.Landmarks.LeftEye.Y, face.Landmarks.LeftMouth.Y);
            Assert.InRange(face.Confidence, FaceChooser.LeastConfidence, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Detect_TwoDrawnFaces_FindsBoth(string name)
    {
        using var detector = Detector(name);
        using var bitmap = new SKBitmap(new SKImageInfo(512, 256, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        new DrawnFace(1).DrawOn(canvas, 256);
        canvas.Translate(256, 0);
        new DrawnFace(2).DrawOn(canvas, 256);

        var faces = detector.Detect(Picture.Of(bitmap));

        Assert.Equal(2, faces.Count);
        Assert.Contains(faces, face => face.Landmarks.Nose.X < 256);
        Assert.Contains(faces, face => face.Landmarks.Nose.X > 256);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Detect_NoFace_FindsNone(string name)
    {
        using var detector = Detector(name);

        Assert.Empty(detector.Detect(Picture.Of(300, 200, (x, y) => (byte)((x * 2 / 3) + (y / 4)))));
        Assert.Empty(detector.Detect(Picture.Of(1, 1, (_, _) => 128)));
        Assert.Empty(detector.Detect(Picture.Of(2000, 3, (_, _) => 128)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Detect_Twice_GivesTheSameBitsAndLeavesNoTensor(string name)
    {
        using var detector = Detector(name);
        using var bitmap = new DrawnFace(3).Draw();
        var image = Picture.Of(bitmap);
        var first = detector.Detect(image);
        var before = torch.Tensor.TotalCount;

        var second = detector.Detect(image);

        Assert.Equal(first, second);
        // Fewer where the collector has meanwhile met what other tests left.
        Assert.InRange(torch.Tensor.TotalCount, 0, before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Detect_RealPortraits_FindsAllAndChoosesOneEach(string name)
    {
        using var detector = Detector(name);
        using var zip = ZipFile.OpenRead(RealData.Path("faces/scut-fbp5500-train.zip"));
        var images = zip.Entries.Where(entry => entry.Name.EndsWith(".jpg", StringComparison.Ordinal)).OrderBy(entry => entry.Name, StringComparer.Ordinal).Take(50).Select(entry =>
        {
            using var file = entry.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            bytes.Position = 0;
            return Picture.Decode(bytes);
        });

        var choices = images.Select(image => FaceChooser.Choose(image, detector.Detect(image))).ToList();

        Assert.Equal(50, choices.Count);
        Assert.InRange(choices.Count(choice => choice.IsFace), 49, 50);
        Assert.All(choices, choice => Assert.NotEqual(Abstention.NoFace, choice.Reason));
    }

    [Fact]
    public void Detector_NoModels_SaysHowToInstallThem()
    {
        var error = Assert.Throws<MiningException>(() => new MtcnnDetector(new FaceModelFiles("nowhere")));

        Assert.Contains("faces install", error.Message, StringComparison.Ordinal);
    }

    private static IFaceDetector Detector(string name)
    {
        var files = new FaceModelFiles(FaceModels.Folder);
        return name == "mtcnn" ? new MtcnnDetector(files) : new UltraFaceDetector(files);
    }
}
