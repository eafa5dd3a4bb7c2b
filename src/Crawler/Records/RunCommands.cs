namespace LiveQuality.Crawler.Records;

/// <summary>What is noted as a run.</summary>
public static class RunCommands
{
    /// <summary>Records are fetched.</summary>
    public const string Crawl = "crawl";

    /// <summary>Records are read from a file.</summary>
    public const string Import = "import";

    /// <summary>Quarantined payloads are cleaned again.</summary>
    public const string Replay = "replay";

    /// <summary>Portraits are looked at.</summary>
    public const string Portraits = "portraits";

    /// <summary>A model is trained.</summary>
    public const string Train = "train";

    /// <summary>Lives are scored.</summary>
    public const string Score = "score";

    /// <summary>The state of the store is noted.</summary>
    public const string Report = "report";

    /// <summary>Old runs are dropped and the store is compacted.</summary>
    public const string Compact = "compact";

    /// <summary>What was said of somebody's face is removed.</summary>
    public const string FacesForget = "faces-forget";

    /// <summary>What portraits bring is measured.</summary>
    public const string FacesAblation = "faces-ablation";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Crawl, Import, Replay, Portraits, Train, Score, Report, Compact, FacesForget, FacesAblation];
}
