using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>What a request gets, and how.</summary>
/// <param name="Answer">The answer.</param>
internal sealed record Reply(SiteAnswer Answer)
{
    /// <summary>How long it is kept back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How it is sent wrongly; null: as it should be.</summary>
    public SendFault? Sending { get; init; }

    /// <summary>Names of the faults behind it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
