using LiveQuality.ZhihuSite.Faults;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>How the server behaves beside what it serves.</summary>
internal sealed record SiteOptions
{
    /// <summary>Entries of the journal when nothing else is said.</summary>
    public const int DefaultJournalSize = 10_000;

    /// <summary>What goes wrong; nothing by default.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Whether answers carry a strong ETag and <c>If-None-Match</c> is obeyed. Off: nobody has seen the real site do so.</summary>
    public bool ETags { get; init; }

    /// <summary>Whether a client that accepts gzip gets it.</summary>
    public bool Compress { get; init; }

    /// <summary>Null: the site has none and answers 404.</summary>
    public RobotsTxt? RobotsTxt { get; init; }

    /// <summary>What happens meanwhile.</summary>
    public IReadOnlyList<ScriptStep> Script { get; init; } = [];

    /// <summary>How many requests are remembered one by one, from the first; 0 leaves the totals only.</summary>
    public int JournalSize { get; init; } = DefaultJournalSize;

    /// <summary>Where dates and pauses come from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Sees every request first; true means that it has answered.</summary>
    public Func<HttpContext, Task<bool>>? Interceptor { get; init; }
}
