using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Faces.Heads;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class FeatureMatchTests
{
    private static readonly Dictionary<string, WeightTensor> Nothing = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("trans-fbp", "detector+one@a", "detector+one@a")]
    [InlineData("trans-fbp", "detector+one@a", "detector+one@a+another@b")]
    [InlineData("triplet", "detector+one@a", "detector+one@a")]
    public void Check_AllNetsThere_SaysNothing(string kind, string trained, string given) => FeatureMatch.Check(Trained(kind, trained), given);

    [Theory]
    [InlineData("trans-fbp", "detector+one@a", "detector+one@b")]
    [InlineData("trans-fbp", "detector+one@a+another@b", "detector+one@a")]
    [InlineData("triplet", "detector+one@a", "detector+one@a+another@b")]
    public void Check_ANetThatIsNotThere_NamesBoth(string kind, string trained, string given) => Assert.Contains(
        $"was trained on the features {trained}, not on {given}",
        Assert.Throws<MiningException>(() => FeatureMatch.Check(Trained(kind, trained), given)).Message,
        StringComparison.Ordinal);

    private static FaceHeadManifest Trained(string kind, string features) => Manifests.Of(kind, Nothing) with { Features = features };
}
