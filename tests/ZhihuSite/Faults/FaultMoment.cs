using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>What a fault may look at.</summary>
/// <param name="Request">The request that it hits.</param>
/// <param name="Site">The site without faults.</param>
/// <param name="Seed">The plan's.</param>
/// <param name="Chance">Chance of this request alone.</param>
/// <param name="Now">UTC.</param>
internal sealed record FaultMoment(SiteRequest Request, InventedSite Site, int Seed, Random Chance, DateTimeOffset Now)
{
    /// <summary>The true answer to the same request from another offset.</summary>
    public SiteAnswer At(int offset) => Site.Answer(Request.Path, Request.QueryAt(offset));

    /// <summary>Whether something is among a share of all such things: the same answer in every request.</summary>
    public bool Hits(string what, double share) => Worlds.Chance.For(Seed, what, 0).NextBool(share);
}
