using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>One thing that may go wrong, and when. Without more said it hits every request.</summary>
/// <param name="Name">For the journal; seeds its chance together with its place in the plan.</param>
internal abstract record Fault(string Name)
{
    /// <summary>How much of what <see cref="Scope"/> says is hit, 0..1.</summary>
    public double Share { get; init; } = 1;

    public FaultScope Scope { get; init; } = FaultScope.EachRequest;

    /// <summary>Requests in a row, for <see cref="FaultScope.Burst"/>.</summary>
    public int BurstLength { get; init; } = 5;

    /// <summary>Number of the first request that may be hit, 1..</summary>
    public int FromRequest { get; init; } = 1;

    /// <summary>Number of the last request that may be hit.</summary>
    public int ToRequest { get; init; } = int.MaxValue;

    /// <summary>Which requests may be hit at all.</summary>
    public Func<SiteRequest, bool> Only { get; init; } = _ => true;
}
