using System.Diagnostics.CodeAnalysis;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>
/// The hosts that a crawl may ask, compared letter by letter as <see cref="Uri"/> writes them: a number, another alphabet or a dot at the end that
/// would lead to the same place is another host. https only, unless the source itself is a plain address on this machine.
/// </summary>
internal sealed class AllowedHosts
{
    private readonly HashSet<string> _origins;

    /// <param name="source">The site that is crawled: https, or http on a loopback address.</param>
    /// <param name="others">Further hosts that belong to it, https.</param>
    /// <exception cref="ArgumentException">One is http and not on this machine.</exception>
    public AllowedHosts(Uri source, params IReadOnlyList<Uri> others)
    {
        if (others.Prepend(source).FirstOrDefault(host => host.Scheme != Uri.UriSchemeHttps && !(host == source && host.IsLoopback)) is { } plain)
        {
            throw new ArgumentException($"{ShownAddress.Of(plain)} is neither https nor on this machine", nameof(source));
        }

        IsLoopback = source.IsLoopback;
        _origins = [.. others.Prepend(source).Select(Origin)];
    }

    /// <summary>Whether the source is on this machine: then connections may be made to this machine only, and else never to it.</summary>
    public bool IsLoopback { get; }

    /// <summary>Checks an address before anything is sent.</summary>
    /// <param name="address">Where somebody wants to go.</param>
    /// <param name="admitted">Where to go: the address, or its https twin where it says http (protocol, section 1.3: the site's own links do).</param>
    /// <param name="problem">Why not, as the end of a sentence.</param>
    public bool TryAdmit(Uri address, [NotNullWhen(true)] out Uri? admitted, [NotNullWhen(false)] out string? problem)
    {
        admitted = null;
        problem = address switch
        {
            { IsAbsoluteUri: false } => "which is no whole address",
            { UserInfo: not "" } => "which carries a name or password",
            _ => null,
        };
        if (problem is null)
        {
            admitted = new[] { address, Secured(address) }.FirstOrDefault(candidate => candidate is not null && _origins.Contains(Origin(candidate)));
            problem = admitted is null ? $"which this crawl may not ask; it may ask {string.Join(", ", _origins)}" : null;
        }

        return problem is null;
    }

    private static string Origin(Uri address) => $"{address.Scheme}://{address.Host}:{address.Port}";

    private static Uri? Secured(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp && address.IsDefaultPort
            ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
            : null;
}
