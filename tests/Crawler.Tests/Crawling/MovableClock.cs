namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>The system's clock, put forward: timers run as they do, and a pause of a day is over at once.</summary>
internal sealed class MovableClock : TimeProvider
{
    /// <summary>How far ahead of the system it is.</summary>
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
