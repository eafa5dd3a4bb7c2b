using CsCheck;
using LiveQuality.Mining.Faces.Imaging;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Imaging;

public sealed class WarpTests
{
    private static readonly Similarity Identity = new(1, 0, 0, 0);

    private static readonly Gen<RgbImage> Square = Gen.Byte.Array[24 * 24 * RgbImage.Channels].Select(pixels => new RgbImage(24, 24, pixels));

    [Fact]
    public void Apply_Identity_KeepsThePicture() => Square.Sample(image => Warp.Apply(image, Identity, 24).Pixels.SequenceEqual(image.Pixels));

    [Fact]
    public void Apply_ShiftByWholePixels_MovesAndFillsWithBlack() =>
        Gen.Select(Square, Gen.Int[-30, 30], Gen.Int[-30, 30]).Sample((image, right, down) =>
        {
            var moved = Warp.Apply(image, Identity with { X = right, Y = down }, 24);
            return Everywhere(24, (x, y, channel) => Value(moved, x, y, channel) == Value(image, x - right, y - down, channel));
        });

    [Fact]
    public void Apply_QuarterOfTheSize_GivesTheMeansOfSquaresOfFour() =>
        Square.Sample(image =>
        {
            // A pixel of the result is centred in the middle of four by four.
            var small = Warp.Apply(image, new Similarity(0.25, 0, -0.375, -0.375), 6);
            return Everywhere(6, (x, y, channel) =>
            {
                var mean = Enumerable.Range(0, 16).Average(i => Value(image, (4 * x) + (i % 4), (4 * y) + (i / 4), channel));
                return Math.Abs(mean - Value(small, x, y, channel)) <= 1;
            });
        });

    [Fact]
    public void Apply_AnySimilarity_IsWithinAGreyLevelOfExactShares() =>
        Gen.Select(Square, SimilarityTests.Any.Where(move => move.Scale >= 0.5)).Sample((image, move) =>
        {
            var centred = move with { X = 12 - (12 * move.A) + (12 * move.B), Y = 12 - (12 * move.B) - (12 * move.A) };
            var (warped, back) = (Warp.Apply(image, centred, 24), centred.Inverse());
            return Everywhere(24, (x, y, channel) =>
            {
                var (atX, atY) = ((back.A * x) - (back.B * y) + back.X, (back.B * x) + (back.A * y) + back.Y);
                return Math.Abs(Exact(image, atX, atY, channel) - Value(warped, x, y, channel)) <= 1.5;
            });
        });

    [Fact]
    public void Align_FaceInAPicture_PutsItsPointsWhereTheTemplateWantsThem()
    {
        var template = AlignmentTemplate.ArcFace;
        var place = new Similarity(1.2, 0.5, 40, 20);
        var points = template.Points.Select(place.Apply).ToArray();
        var image = new RgbImage(240, 240, new byte[240 * 240 * RgbImage.Channels]);
        foreach (var point in points)
        {
            for (var i = 0; i < 25; i++)
            {
                image.Pixels[((((int)point.Y - 2 + (i / 5)) * 240) + (int)point.X - 2 + (i % 5)) * RgbImage.Channels] = 255;
            }
        }

        var aligned = template.Align(image, new Landmarks(points[0], points[1], points[2], points[3], points[4]));

        Assert.Equal((112, 112), (aligned.Width, aligned.Height));
        Assert.All(template.Points, point => Assert.Equal(255, Value(aligned, (int)MathF.Round(point.X), (int)MathF.Round(point.Y), 0)));
    }

    private static bool Everywhere(int size, Func<int, int, int, bool> holds) =>
        Enumerable.Range(0, size * size * RgbImage.Channels).All(i => holds(i / RgbImage.Channels % size, i / RgbImage.Channels / size, i % RgbImage.Channels));

    private static double Exact(RgbImage image, double x, double y, int channel)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, down) = (x - left, y - top);
        return (((Value(image, left, top, channel) * (1 - right)) + (Value(image, left + 1, top, channel) * right)) * (1 - down)) +
            (((Value(image, left, top + 1, channel) * (1 - right)) + (Value(image, left + 1, top + 1, channel) * right)) * down);
    }

    private static int Value(RgbImage image, int x, int y, int channel) =>
        x >= 0 && y >= 0 && x < image.Width && y < image.Height ? image.Pixels[(((y * image.Width) + x) * RgbImage.Channels) + channel] : 0;
}
