using System.Text.RegularExpressions;
using LiveQuality.ZhihuSite.Faults;
using Xunit;

namespace LiveQuality.Worker.Tests;

/// <summary>docs/guarantee.md names tests for what it promises; it must not name what is not there.</summary>
public sealed partial class GuaranteeTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guarantee.md"));

    [Fact]
    public void Page_EveryTestThatItNames_IsInTheFileThatItLinksTo()
    {
        var named = NamedTest().Matches(Page);

        Assert.True(named.Count > 50, $"only {named.Count} tests are named");
        Assert.All(named, match =>
        {
            var file = Path.Combine(Repository.Root, "docs", match.Groups["file"].Value);
            Assert.True(File.Exists(file), $"no file {match.Groups["file"]}");
            var code = File.ReadAllText(file);
            Assert.Matches($@"class {match.Groups["class"]}\b", code);
            Assert.Matches($@"\b{match.Groups["method"]}\(", code);
        });
    }

    [Fact]
    public void Page_EveryLink_LeadsToAFile() =>
        Assert.All(Link().Matches(Page), match => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", match.Groups["file"].Value)), $"no file {match.Groups["file"]}"));

    [Fact]
    public void Page_OfEveryFaultOfTheSite_SaysWhatComesOfIt() => Assert.All(
        FaultList.Names.Split(' ').Select(name => name.Split('=')[0]),
        name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"\[`(?<class>\w+)\.(?<method>\w+)`\]\((?<file>[^)]+)\)")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\]\((?<file>[^)]+)\)")]
    private static partial Regex Link();
}
