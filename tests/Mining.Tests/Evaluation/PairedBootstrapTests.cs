using LiveQuality.Mining.Evaluation;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class PairedBootstrapTests
{
    private static readonly string[] Groups = [.. Enumerable.Range(0, 300).Select(row => $"speaker-{row / 2}")];

    [Fact]
    public void AgainstFirst_AlwaysWorseByATenth_HasNoDoubt()
    {
        var first = Errors(1, 0);

        var (mae, _) = new PairedBootstrap(Groups, 42).AgainstFirst([first, new RowErrors([.. first.Absolute.Select(error => error + 0.1)], first.Squared)])[0];

        Assert.Equal([0.1, 0.1, 0.1], [mae.Value, mae.Low, mae.High], (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.True(mae.ExcludesZero);
    }

    [Fact]
    public void AgainstFirst_EqualByChance_HoldsZeroAboutNineteenTimesInTwenty()
    {
        var held = Enumerable.Range(0, 40).Count(seed => !new PairedBootstrap(Groups, seed).AgainstFirst([Errors(seed, 0), Errors(1000 + seed, 0)])[0].Mae.ExcludesZero);

        Assert.InRange(held, 33, 40);
    }

    [Fact]
    public void AgainstFirst_SameSeed_GivesTheSameBits()
    {
        RowErrors[] errors = [Errors(1, 0), Errors(2, 0.05)];

        Assert.Equal(new PairedBootstrap(Groups, 7).AgainstFirst(errors), new PairedBootstrap(Groups, 7).AgainstFirst(errors));
    }

    private static RowErrors Errors(int seed, double more)
    {
        var chance = new Random(seed);
        double[] absolute = [.. Groups.Select(_ => chance.NextDouble() + more)];
        return new RowErrors(absolute, [.. absolute.Select(error => error * error)]);
    }
}
