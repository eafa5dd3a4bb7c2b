namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>What a gate goes by.</summary>
/// <param name="Product">The token that robots.txt files know us by.</param>
/// <param name="ObeyRobots">Whether robots.txt is fetched and obeyed.</param>
/// <param name="MinimumInterval">Least time between two requests.</param>
/// <param name="LongestDelay">Longest time between two requests that latency leads to.</param>
/// <param name="DailyRequests">Most requests in a UTC day.</param>
/// <param name="LongestPause">Longest pause that is waited for; a longer one withholds the request.</param>
/// <param name="RobotsRetry">How long robots.txt is left alone after it could not be had.</param>
/// <param name="KeepsEveryRequest">Whether each request is remembered, so that other processes respect it; else only pauses and robots.txt are.</param>
internal sealed record GateSettings(
    string Product,
    bool ObeyRobots,
    TimeSpan MinimumInterval,
    TimeSpan LongestDelay,
    int DailyRequests,
    TimeSpan LongestPause,
    TimeSpan RobotsRetry,
    bool KeepsEveryRequest)
{
    /// <summary>Longest time that a request waits for its turn; above it robots.txt asks for more than anybody would wait here.</summary>
    public TimeSpan LongestTurn => new(Math.Max(LongestPause.Ticks, LongestDelay.Ticks));

    /// <summary>For a site of other people.</summary>
    public static GateSettings ForRealSite(PolitenessOptions politeness, FetchOptions fetching) => new(
        RobotsTxt.Product(fetching.UserAgent),
        politeness.ObeyRobots,
        politeness.MinimumInterval,
        politeness.LongestDelay,
        politeness.DailyRequests,
        fetching.LongestRetryDelay,
        RobotsRetry: TimeSpan.FromMinutes(10),
        KeepsEveryRequest: true);

    /// <summary>For a server on this machine, which nobody is disturbed by asking fast: what it says is obeyed, and nothing is added.</summary>
    public static GateSettings ForLoopback(PolitenessOptions politeness, FetchOptions fetching) => ForRealSite(politeness, fetching) with
    {
        MinimumInterval = TimeSpan.Zero,
        LongestDelay = TimeSpan.Zero,
        DailyRequests = int.MaxValue,
        // Somebody is about to start the server.
        RobotsRetry = TimeSpan.Zero,
        KeepsEveryRequest = false,
    };
}
