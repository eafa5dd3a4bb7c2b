using System.Net;
using System.Net.Sockets;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>
/// Addresses that no site on the internet has: this machine, private networks, the clouds' metadata services. The source is the IANA special-purpose
/// registries for IPv4 and IPv6 (RFC 6890 and its successors), read strictly: what is only partly public is forbidden as a whole.
/// </summary>
internal static class ForbiddenAddresses
{
    // Outside this, IANA has given nothing to anybody's public servers.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // RFC 6052: the last four bytes are the IPv4 address that is really meant.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly (IPNetwork Range, string Name)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "a provider's inner network"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's metadata service"),
        (IPNetwork.Parse("169.254.169.254/32"), "a cloud's metadata service"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "for protocols"),
        (IPNetwork.Parse("192.0.2.0/24"), "for documentation"),
        (IPNetwork.Parse("192.31.196.0/24"), "for protocols"),
        (IPNetwork.Parse("192.52.193.0/24"), "for protocols"),
        (IPNetwork.Parse("192.88.99.0/24"), "for protocols"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("192.175.48.0/24"), "for protocols"),
        (IPNetwork.Parse("198.18.0.0/15"), "for benchmarks"),
        (IPNetwork.Parse("198.51.100.0/24"), "for documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "for documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
    ];

    // Within GlobalUnicast. The tunnels (Teredo is in 2001::/23) carry an IPv4 address of anybody's choice, and no site is behind one.
    private static readonly (IPNetwork Range, string Name)[] V6 =
    [
        (IPNetwork.Parse("2001::/23"), "for protocols"),
        (IPNetwork.Parse("2001:db8::/32"), "for documentation"),
        (IPNetwork.Parse("2002::/16"), "a 6to4 tunnel"),
        (IPNetwork.Parse("2620:4f:8000::/48"), "for protocols"),
        (IPNetwork.Parse("3fff::/20"), "for documentation"),
    ];

    /// <summary>Why an address is forbidden; null when it is a public one.</summary>
    /// <param name="address">An IPv4 or IPv6 address.</param>
    public static string? Reason(IPAddress address) => address switch
    {
        { AddressFamily: AddressFamily.InterNetwork } => Find(V4, address),
        // First of all: IPNetwork.Contains takes ::ffff:10.0.0.1 for an address within 2000::/3.
        { IsIPv4MappedToIPv6: true } => "an IPv4 address in disguise",
        _ when Nat64.Contains(address) => Reason(new IPAddress(address.GetAddressBytes().AsSpan(^4..))),
        _ when GlobalUnicast.Contains(address) => Find(V6, address),
        _ => "not public",
    };

    private static string? Find((IPNetwork Range, string Name)[] ranges, IPAddress address) =>
        Array.Find(ranges, range => range.Range.Contains(address)).Name;
}
