using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Training;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

public sealed class ChipAugmentationTests
{
    private const int Side = GreyChip.Side;

    // Dark on the left, bright on the right.
    private static readonly float[] Ramp = [.. Enumerable.Range(0, Side * Side).Select(pixel => pixel % Side * 5f)];

    [Fact]
    public void Plain_GreyLevels_AreAroundZero()
    {
        var plain = Plain(mirrored: false);

        Assert.Equal((0 - 127.5f) / 64, plain[0]);
        Assert.Equal((235 - 127.5f) / 64, plain[Side - 1]);
    }

    [Fact]
    public void Plain_Mirrored_TurnsEachRow() => Assert.Equal(Plain(mirrored: false).Chunk(Side).SelectMany(row => row.Reverse()), Plain(mirrored: true));

    [Fact]
    public void Change_SameChance_GivesTheSameBitsAndOtherwiseAnother()
    {
        Assert.Equal(Change(Ramp, 1), Change(Ramp, 1));
        Assert.NotEqual(Change(Ramp, 1), Change(Ramp, 2));
    }

    [Fact]
    public void Change_EvenChip_StaysEvenWithinContrastAndBrightness()
    {
        var even = Enumerable.Repeat(255f, Side * Side).ToArray();
        float[][] changes = [.. Enumerable.Range(0, 200).Select(seed => Change(even, seed))];
        double[] levels = [.. changes.Select(changed => (double)changed[0])];

        const double level = (255 - 127.5) / 64;
        Assert.All(changes, changed => Assert.Equal(0, changed.Max() - changed.Min(), 1e-5));
        Assert.All(levels, changed => Assert.InRange(changed, (0.7 * level) - 0.3, (1.3 * level) + 0.3));
        Assert.InRange(levels.Max() - levels.Min(), 0.6 * level, (0.6 * level) + 0.6);
    }

    [Fact]
    public void Change_ManyTimes_MirrorsAboutHalf()
    {
        var mirrored = Enumerable.Range(0, 200).Count(seed => Change(Ramp, seed) is var changed && changed[Side * Side / 2] > changed[(Side * Side / 2) + Side - 1]);

        Assert.InRange(mirrored, 70, 130);
    }

    [Fact]
    public void Change_PointInTheMiddle_StaysNearIt()
    {
        var point = new float[Side * Side];
        point[(24 * Side) + 24] = 255;

        Assert.All(Enumerable.Range(0, 50), seed =>
        {
            var changed = Change(point, seed);
            var brightest = Array.IndexOf(changed, changed.Max());
            Assert.InRange(brightest / Side, 20, 28);
            Assert.InRange(brightest % Side, 20, 28);
        });
    }

    private static float[] Plain(bool mirrored)
    {
        var to = new float[Side * Side];
        ChipAugmentation.Plain(Ramp, to, mirrored);
        return to;
    }

    private static float[] Change(float[] chip, int seed)
    {
        var to = new float[Side * Side];
        ChipAugmentation.Change(chip, to, new Random(seed));
        return to;
    }
}
