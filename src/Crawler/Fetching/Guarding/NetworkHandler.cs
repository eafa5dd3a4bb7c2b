using System.Net;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>The last step before the network.</summary>
internal static class NetworkHandler
{
    /// <summary>Most of an answer's header, KiB. Real ones have 1 to 2; half of what .NET would take leaves room for a site that sets many cookies.</summary>
    public const int LargestHeader = 32;

    // So that a site that moves is found again within a long crawl.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    /// <param name="hosts">Where the crawl may go.</param>
    /// <param name="options">How long a connection may take to open: as long as an attempt.</param>
    /// <returns>A handler that adds nothing to what it is given and takes nothing from what comes: no cookies, no redirects, no decompression.</returns>
    public static SocketsHttpHandler Create(AllowedHosts hosts, FetchOptions options) => Create(hosts, options, Dns.GetHostAddressesAsync);

    /// <inheritdoc cref="Create(AllowedHosts, FetchOptions)"/>
    /// <param name="hosts">Where the crawl may go.</param>
    /// <param name="options">How long a connection may take to open: as long as an attempt.</param>
    /// <param name="resolve">Looks a name up.</param>
    public static SocketsHttpHandler Create(AllowedHosts hosts, FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        // A redirect is an answer to look at (the captcha wall is one), never an order to follow.
        AllowAutoRedirect = false,
        // The archive keeps bodies as they were sent; the fetcher decompresses them, bounded.
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy would do the name look-up itself, unguarded.
        UseProxy = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = LargestHeader,
        // An attempt that is over leaves its opening connection behind, and the next attempt would wait for that one.
        ConnectTimeout = options.AttemptTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectCallback = new GuardedConnection(hosts.IsLoopback, resolve).ConnectAsync,
    };
}
