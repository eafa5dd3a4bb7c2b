using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Tests.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

public sealed class SpeakerQuantileTests
{
    private const double Coverage = 0.9;
    private const int Calibrations = 1000;

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, 9.0)]
    [InlineData(20, 19.0)]
    [InlineData(99, 90.0)]
    public void Of_OneLiveASpeaker_CountsOneMoreSpeakerAboveAll(int speakers, double? expected) =>
        Assert.Equal(expected, SpeakerQuantile.Of([.. Enumerable.Range(1, speakers).Select(number => Row($"{number}", number))], Coverage).Value);

    [Fact]
    public void Of_SpeakerWithManyLives_CountsOnce()
    {
        var rows = Enumerable.Range(1, 20).Select(number => Row($"{number}", number)).ToArray();

        Assert.Equal(SpeakerQuantile.Of(rows, Coverage), SpeakerQuantile.Of([.. rows, .. Enumerable.Repeat(Row("20", 20), 500)], Coverage));
    }

    [Fact]
    public void Of_ThousandSmallCalibrations_CoverAsPromised()
    {
        // Residuals are exponential, so what a quantile covers is known and not counted. In theory 19/21 with 20 speakers, and 18/21 where the speaker above all is forgotten.
        var chance = new Random(1);
        double corrected = 0, uncorrected = 0;
        for (var calibration = 0; calibration < Calibrations; calibration++)
        {
            var rows = Enumerable.Range(0, 20).Select(number => Row($"{number}", Draw.Exponential(chance))).ToArray();
            corrected += Covered(SpeakerQuantile.Of(rows, Coverage).Value!.Value) / Calibrations;
            uncorrected += Covered(rows.Select(row => row.Residual).Order().ElementAt(17)) / Calibrations;
        }

        // Four standard errors: the share covered has a standard deviation of 0.063 from one calibration to the next.
        Assert.InRange(corrected, (19.0 / 21) - 0.008, (19.0 / 21) + 0.008);
        Assert.True(uncorrected < 0.87, $"{uncorrected}");
    }

    [Fact]
    public void Of_SpeakersWithManyAlikeLives_CoversANewSpeakerWhereThePlainQuantileFails()
    {
        // One speaker in ten gives 200 lives that the model knows well, the others one each that it does not.
        var chance = new Random(2);
        double bySpeaker = 0, plain = 0;
        for (var calibration = 0; calibration < Calibrations; calibration++)
        {
            var rows = Enumerable.Range(0, 60).SelectMany(number =>
                chance.NextDouble() < 0.1 ? Lives(number, 200, 0.1) : Lives(number, 1, 1)).ToArray();
            bySpeaker += NewSpeakerCovered(SpeakerQuantile.Of(rows, Coverage).Value!.Value) / Calibrations;
            plain += NewSpeakerCovered(rows.Select(row => row.Residual).Order().ElementAt((int)Math.Min(Math.Ceiling((rows.Length + 1) * Coverage), rows.Length) - 1)) / Calibrations;
        }

        Assert.InRange(bySpeaker, 0.9, 0.925);
        Assert.True(plain < 0.6, $"{plain}");

        CalibrationRow[] Lives(int number, int count, double scale) => [.. Enumerable.Range(0, count).Select(_ => Row($"{number}", scale * Draw.Exponential(chance)))];

        static double NewSpeakerCovered(double quantile) => (0.1 * Covered(quantile / 0.1)) + (0.9 * Covered(quantile));
    }

    [Fact]
    public void Of_AllLivesOfASpeakerTheSame_CoversANewSpeaker()
    {
        // The strongest likeness there is: 30 speakers of up to 40 lives are 30 residuals and no more.
        var chance = new Random(3);
        double covered = 0;
        for (var calibration = 0; calibration < Calibrations; calibration++)
        {
            var rows = Enumerable.Range(0, 30).SelectMany(number => Enumerable.Repeat(Row($"{number}", Draw.Exponential(chance)), 1 + chance.Next(40))).ToArray();
            covered += Covered(SpeakerQuantile.Of(rows, Coverage).Value!.Value) / Calibrations;
        }

        Assert.InRange(covered, (28.0 / 31) - 0.008, (28.0 / 31) + 0.008);
    }

    private static CalibrationRow Row(string speaker, double residual) => new(speaker, EvidenceBands.None, [], residual);

    private static double Covered(double quantile) => 1 - Math.Exp(-quantile);
}
