using CsCheck;
using LiveQuality.Mining.Faces.Imaging;
using SkiaSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Imaging;

public sealed class ImageIntakeTests
{
    private const string Red = "R", Green = "G", Blue = "B", White = "W";

    private static readonly ImageIntake Intake = new();

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFile_IsRefusedWithReasonAndOneLine(string name)
    {
        var (bytes, reason) = HostileFiles.All[name];

        var outcome = Intake.Read(bytes);

        Assert.False(outcome.Taken);
        Assert.Equal(reason, outcome.Refusal.Reason);
        Assert.DoesNotContain('\n', outcome.Refusal.Message);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFile_AllocatesNextToNothing(string name)
    {
        var bytes = HostileFiles.All[name].Bytes;
        Intake.Read(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Intake.Read(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 16);
    }

    [Fact]
    public void Read_LargestPngThatEndsEarly_StaysWithinTheBudgetOfDecoding()
    {
        var bytes = Pictures.PngOf(3200, 3200, Pictures.Zeros(3200 * 3200));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var outcome = Intake.Read(bytes);

        Assert.Equal(ImageRefusalReason.Truncated, outcome.Refusal?.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 3200 * 3200 * 4, ImageLimits.Default.Decoding + (1 << 20));
    }

    [Theory]
    [InlineData(1, "RG/BW")]
    [InlineData(2, "GR/WB")]
    [InlineData(3, "WB/GR")]
    [InlineData(4, "BW/RG")]
    [InlineData(5, "RB/GW")]
    [InlineData(6, "BR/WG")]
    [InlineData(7, "WG/BR")]
    [InlineData(8, "GW/RB")]
    public void Read_JpegWithOrientation_IsUpright(byte value, string quarters)
    {
        var image = Taken(Pictures.WithOrientation(Pictures.Jpeg(), value));

        Assert.Equal(value < 5 ? (32, 16) : (16, 32), (image.Width, image.Height));
        Assert.Equal(quarters, Quarters(image));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Read_KnownFormat_IsTakenTwiceWithTheSameBits(SKEncodedImageFormat format)
    {
        var bytes = Pictures.Encode(format, 32, 16);

        var image = Taken(bytes);

        Assert.Equal((32, 16, "RG/BW"), (image.Width, image.Height, Quarters(image)));
        Assert.Equal(image.Pixels, Taken(bytes).Pixels);
        Assert.Equal(image.Pixels, Taken([.. bytes, .. new byte[16]]).Pixels);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void Read_Grey_HasThreeEqualChannels(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(8, 8, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(100, 100, 100));

        Assert.All(Taken(Pictures.Encode(bitmap, format)).Pixels, value => Assert.InRange(value, 98, 102));
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(64, 191)]
    [InlineData(255, 0)]
    public void Read_BlackWithAlpha_LiesOverWhite(byte alpha, int grey)
    {
        using var bitmap = new SKBitmap(8, 8, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        bitmap.Erase(new SKColor(0, 0, 0, alpha));

        Assert.All(Taken(Pictures.Encode(bitmap, SKEncodedImageFormat.Png)).Pixels, value => Assert.Equal(grey, value));
    }

    [Fact]
    public void Read_AnimatedWebp_IsItsFirstPicture()
    {
        byte[] place = [0, 0, 0, 0, 0, 0, 7, 0, 0, 7, 0, 0, 100, 0, 0, 0];
        byte[][] frames = [.. new[] { SKColors.Red, SKColors.Blue }.Select(colour => Pictures.WebpChunk("ANMF"u8, [.. place, .. Lossless(colour)]))];
        var film = Pictures.WebpOf([Pictures.Canvas(8, 8, flags: 2), Pictures.WebpChunk("ANIM"u8, new byte[6]), .. frames]);

        Assert.Equal("RR/RR", Quarters(Taken(film)));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 4000, 3000, 1500, 1125)]
    [InlineData(SKEncodedImageFormat.Webp, 2400, 1600, 1500, 1000)]
    [InlineData(SKEncodedImageFormat.Png, 2400, 1600, 1200, 800)]
    [InlineData(SKEncodedImageFormat.Jpeg, 16000, 160, 14000, 140)]
    public void Read_LargePicture_IsMadeSmallerInItsShape(SKEncodedImageFormat format, int width, int height, int kept, int rows)
    {
        var image = Taken(Pictures.Encode(format, width, height));

        Assert.Equal((kept, rows, "RG/BW"), (image.Width, image.Height, Quarters(image)));
    }

    [Fact]
    public void Read_MutatedPicture_IsAPictureWithinTheBudgetOrARefusal()
    {
        byte[][] originals = [Pictures.Jpeg(), Pictures.WithOrientation(Pictures.Jpeg(), 6), Pictures.Png(), Pictures.Webp(), Pictures.WebpOf(Lossless(SKColors.Red))];
        var change = Gen.Select(Gen.Int[0, 100_000], Gen.Byte);

        Gen.Select(Gen.Int[0, originals.Length - 1].Select(i => originals[i]), change.Array[1, 12], Gen.Int[0, 60]).Sample(
            (original, changes, cut) =>
            {
                byte[] bytes = [.. original[..^(cut < 40 ? 0 : Math.Min(cut, original.Length - 1))]];
                foreach (var (at, value) in changes)
                {
                    bytes[at % bytes.Length] = value;
                }

                var outcome = Intake.Read(bytes);
                return outcome.Taken ? outcome.Image.Width * outcome.Image.Height <= ImageLimits.Default.KeptPixels : outcome.Refusal.Message.Length > 0;
            },
            iter: 2000);
    }

    private static RgbImage Taken(byte[] bytes)
    {
        var outcome = Intake.Read(bytes);
        Assert.True(outcome.Taken, outcome.Refusal?.Message);
        return outcome.Image!;
    }

    /// <summary>The chunk of a lossless picture of 8x8.</summary>
    private static byte[] Lossless(SKColor colour)
    {
        using var bitmap = new SKBitmap(8, 8, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(colour);
        using var pixmap = bitmap.PeekPixels();
        using var data = pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100));
        var file = data!.ToArray();
        return file[file.AsSpan().IndexOf("VP8L"u8)..];
    }

    /// <summary>The colours in the middle of the four quarters.</summary>
    private static string Quarters(RgbImage image)
    {
        var (x, y) = (image.Width / 4, image.Height / 4);
        return At(image, x, y) + At(image, 3 * x, y) + "/" + At(image, x, 3 * y) + At(image, 3 * x, 3 * y);
    }

    private static string At(RgbImage image, int x, int y)
    {
        var at = ((y * image.Width) + x) * RgbImage.Channels;
        return (image.Pixels[at] > 128, image.Pixels[at + 1] > 128, image.Pixels[at + 2] > 128) switch
        {
            (true, false, false) => Red,
            (false, true, false) => Green,
            (false, false, true) => Blue,
            (true, true, true) => White,
            var other => other.ToString(),
        };
    }
}
