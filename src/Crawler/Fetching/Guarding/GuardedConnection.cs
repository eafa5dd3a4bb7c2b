using System.Net;
using System.Net.Sockets;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>
/// Opens connections. A name is looked up once, every address it has is checked, and the connection is made to a checked address, so that a
/// name server that says one thing to the check and another to the connection gets nowhere.
/// </summary>
/// <param name="onlyLoopback">Whether this machine is the only place to connect to; else it is one of those that are not.</param>
/// <param name="resolve">Looks a name up.</param>
internal sealed class GuardedConnection(bool onlyLoopback, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <param name="context">Host and port.</param>
    /// <param name="cancellationToken">Stops the look-up and the connecting.</param>
    /// <exception cref="ForbiddenAddressException">One of the host's addresses is forbidden.</exception>
    /// <exception cref="SocketException">The name has no address, or none of them answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        foreach (var address in addresses)
        {
            if (Reason(address) is { } reason)
            {
                throw new ForbiddenAddressException($"leads to {address}, where this crawl may not connect to ({reason})");
            }
        }

        var failure = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            }
            // The next address may answer.
            catch (SocketException e)
            {
                failure = e;
            }
        }

        throw failure;
    }

    private string? Reason(IPAddress address) =>
        !onlyLoopback ? ForbiddenAddresses.Reason(address)
        : IPAddress.IsLoopback(address) ? null
        : "not this machine";

    private static async Task<NetworkStream> ConnectAsync(IPEndPoint end, CancellationToken cancellationToken)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(end, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
