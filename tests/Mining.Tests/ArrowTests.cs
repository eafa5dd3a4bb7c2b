using NetArchTest.Rules;
using Xunit;

namespace LiveQuality.Mining.Tests;

/// <summary>The arrows of design.md inside Mining.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("Features")]
    [InlineData("Models")]
    [InlineData("Evaluation")]
    public void Learning_Folders_KnowNoStoreNoFileAndNoScoring(string folder)
    {
        var types = Types.InAssembly(typeof(MiningException).Assembly).That().ResideInNamespace($"LiveQuality.Mining.{folder}");
        Assert.NotEmpty(types.GetTypes());

        var result = types.ShouldNot().HaveDependencyOnAny(
            "LiveQuality.Crawler.Storage", "LiveQuality.Mining.Scoring", "System.IO.File", "System.IO.FileStream", "System.IO.Directory").GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Scoring_Types_TakeAndGiveValuesAndKnowNoStore() =>
        Assert.True(Types.InAssembly(typeof(MiningException).Assembly).ShouldNot().HaveDependencyOn("LiveQuality.Crawler.Storage").GetResult().IsSuccessful);
}
