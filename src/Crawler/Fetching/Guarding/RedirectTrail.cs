namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>Follows redirects by hand: each is checked as a first address is, and there is an end to them.</summary>
/// <param name="hosts">Where it may lead.</param>
/// <param name="isWall">Addresses that mean "prove that you are human".</param>
/// <param name="start">The first address, checked.</param>
internal sealed class RedirectTrail(AllowedHosts hosts, Predicate<Uri> isWall, Uri start)
{
    /// <summary>Most redirects that are followed.</summary>
    public const int Most = 5;

    private readonly HashSet<Uri> _seen = [start];

    /// <summary>Where the trail is now.</summary>
    public Uri Here { get; private set; } = start;

    /// <summary>Whether no redirect was followed yet.</summary>
    public bool IsAtStart => _seen.Count == 1;

    /// <summary>Takes one more step.</summary>
    /// <param name="location">Where the answer points to, perhaps relative; null where it does not say.</param>
    /// <returns>Null when <see cref="Here"/> is the new address; else why the step was not taken.</returns>
    public RedirectEnd? Follow(Uri? location)
    {
        if (location is null || !Uri.TryCreate(Here, location, out var target))
        {
            return new RedirectEnd(FetchStatus.Blocked, "redirects without saying where", null);
        }

        if (isWall(target))
        {
            return End(FetchStatus.Blocked, target, "the wall that asks for a human");
        }

        if (!hosts.TryAdmit(target, out var next, out var problem))
        {
            return End(FetchStatus.Blocked, target, problem);
        }

        if (_seen.Contains(next))
        {
            return End(FetchStatus.Failed, target, "where it has been already: a loop");
        }

        if (_seen.Count > Most)
        {
            return End(FetchStatus.Failed, target, $"the redirect after the {Most} that are followed");
        }

        _seen.Add(next);
        Here = next;
        return null;
    }

    private static RedirectEnd End(FetchStatus status, Uri target, string why) =>
        new(status, $"redirects to {ShownAddress.Of(target)}, {why}", ShownAddress.WithoutUserInfo(target));
}
