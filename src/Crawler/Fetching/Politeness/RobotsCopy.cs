using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// A host's robots.txt as it is known, and what follows from how it was had (RFC 9309, section 2.3.1): 2xx are rules, 4xx mean that there are none, and
/// whatever else came means that there may be rules nobody has read, so that nothing may be asked. That holds for 429, which says "not now", and for
/// redirects that were not followed to an end.
/// </summary>
/// <param name="host">What is known of the host.</param>
/// <param name="product">The token that files know us by.</param>
/// <param name="retryAfter">How long the file is left alone after it could not be had.</param>
internal sealed class RobotsCopy(Host host, string product, TimeSpan retryAfter)
{
    /// <summary>How long a copy is used without asking again (section 2.4).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long a copy is used while the file cannot be had (section 2.3.1.4).</summary>
    public static readonly TimeSpan LongestUse = TimeSpan.FromDays(30);

    // Null: not to be had.
    private readonly RobotsRules? _rules = host.RobotsStatus switch
    {
        var status when IsFile(status) => RobotsTxt.Parse(host.RobotsText ?? string.Empty).For(product),
        var status when Settles(status) => RobotsRules.None,
        _ => null,
    };

    private DateTimeOffset? _askAgainAt;

    /// <summary>When it was fetched, UTC; null when it never was.</summary>
    public DateTimeOffset? FetchedAt => host.RobotsFetchedAt;

    /// <summary>The time between requests that the file asks for; null when it asks for none.</summary>
    public TimeSpan? Delay => _rules?.Delay;

    private DateTimeOffset? AskAgainAt => _askAgainAt ?? FetchedAt + (_rules is null ? retryAfter : Lifetime);

    /// <summary>Whether a status brings a file.</summary>
    public static bool IsFile(int? status) => status is >= 200 and < 300;

    /// <summary>Whether a status settles what may be asked: it brings a file or says that there is none.</summary>
    public static bool Settles(int? status) => IsFile(status) || status is >= 400 and < 500 and not 429;

    /// <summary>Whether it need not be fetched. A copy from the future, by a clock that was wrong, must be.</summary>
    public bool IsFresh(DateTimeOffset now) => now < AskAgainAt && (FetchedAt <= now || _askAgainAt is not null);

    /// <summary>Goes on with a file that was had before, although it cannot be had now.</summary>
    /// <returns>Whether there is one that is young enough.</returns>
    public bool TryProlong(DateTimeOffset now)
    {
        if (!IsFile(host.RobotsStatus) || now - FetchedAt > LongestUse)
        {
            return false;
        }

        _askAgainAt = now + retryAfter;
        return true;
    }

    /// <summary>Whether an address may be asked.</summary>
    /// <returns>Null when it may be; else why not.</returns>
    public Withheld? Judge(Uri address)
    {
        if (_rules is null)
        {
            var came = host.RobotsStatus is { } status ? $"it answered {status}" : "no answer came";
            return new Withheld(WithheldReason.Robots, $"robots.txt of {host.Id} could not be read ({came}), which forbids everything", AskAgainAt);
        }

        return _rules.Forbidding(address) is { } rule
            ? new Withheld(WithheldReason.Robots, $"robots.txt of {host.Id} forbids {RobotsRule.Shown(address.PathAndQuery)} ({rule})", null)
            : null;
    }
}
