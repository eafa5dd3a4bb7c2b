namespace LiveQuality.ZhihuSite.Site;

/// <summary>Something that happens once, between an answer and the next one.</summary>
/// <param name="AfterRequests">After how many requests, 1..; robots.txt does not count.</param>
/// <param name="Happens">What, for example a change of a <see cref="Worlds.ChangingWorld"/>.</param>
internal sealed record ScriptStep(int AfterRequests, Action Happens)
{
    /// <summary>Counts requests for this path only; null counts all.</summary>
    public string? Path { get; init; }
}
