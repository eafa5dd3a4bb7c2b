using LiveQuality.Crawler.Cleaning;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning.Rules;

/// <summary>What a rule may do with a draft.</summary>
internal static class RuleAssert
{
    public static T Keeps<T>(ICleaningRule<T> rule, T draft)
        where T : class
    {
        var result = rule.Apply(draft);
        Assert.Null(result.Reason);
        return result.Kept!;
    }

    public static void SetsAside<T>(ICleaningRule<T> rule, T draft, string reason)
        where T : class
    {
        var result = rule.Apply(draft);
        Assert.Null(result.Kept);
        Assert.Equal(rule.Name, result.Rule);
        Assert.Equal(reason, result.Reason);
    }
}
