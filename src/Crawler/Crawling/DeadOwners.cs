using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Takes over what workers have left that died on this machine.</summary>
internal static class DeadOwners
{
    /// <summary>Makes what they hold of a site wait again.</summary>
    public static async Task ReleaseDeadAsync(this IFrontier frontier, string site, CancellationToken cancellationToken)
    {
        foreach (var owner in (await frontier.OwnersAsync(site, cancellationToken)).Where(LeaseOwner.IsDeadHere))
        {
            await frontier.ReleaseAsync(owner, cancellationToken);
        }
    }
}
