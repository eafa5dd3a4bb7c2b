namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>What a robots.txt says to one crawler.</summary>
internal sealed class RobotsRules
{
    // The most specific first, and of equally specific ones Allow first: whichever matches first decides (RFC 9309, section 2.2.2).
    private readonly RobotsRule[] _rules;

    /// <param name="rules">The rules of all groups that apply.</param>
    /// <param name="delay">The time between requests that the groups ask for; null when they ask for none.</param>
    public RobotsRules(IEnumerable<RobotsRule> rules, TimeSpan? delay)
    {
        _rules = [.. rules.OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allows)];
        Delay = delay;
    }

    /// <summary>Nothing is forbidden.</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>The time between requests that the file asks for; null when it asks for none.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>The rule that forbids an address; null when it is allowed. <c>/robots.txt</c> itself always is (section 2.2.2).</summary>
    public RobotsRule? Forbidding(Uri address)
    {
        if (_rules.Length == 0 || address.AbsolutePath == RobotsTxt.Path)
        {
            return null;
        }

        var spellings = RobotsPath.Spellings(address);
        foreach (var rule in _rules)
        {
            foreach (var spelling in spellings)
            {
                if (rule.Pattern.Matches(spelling))
                {
                    return rule.Allows ? null : rule;
                }
            }
        }

        return null;
    }
}
