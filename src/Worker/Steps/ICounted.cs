using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps;

/// <summary>What a step did, for the journal.</summary>
internal interface ICounted
{
    IReadOnlyDictionary<string, long> Counts { get; }

    /// <summary>One line where the step ended badly though it ended; null when all went well.</summary>
    string? Problem { get; }

    /// <summary>Whether it has left the rest for later, which is no failure.</summary>
    bool IsPaused => false;

    /// <summary>Which fields the items of a crawl had; null for every other step.</summary>
    RunFields? Fields => null;
}
