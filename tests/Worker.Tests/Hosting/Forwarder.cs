using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LiveQuality.Worker.Tests.Hosting;

/// <summary>A way to a server that can be cut: nobody listens at first, and after <see cref="Cut"/> connections are broken and new ones refused.</summary>
internal sealed class Forwarder(IPEndPoint server) : IDisposable
{
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private TcpListener? _listener;

    /// <summary>Where it listens while it does.</summary>
    public int Port { get; } = Jobs.Service.FreePort();

    /// <summary>Lets connections through.</summary>
    public void Open()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _listener = listener;
        _ = AcceptAsync(listener);
    }

    /// <summary>Breaks those that are open and refuses others.</summary>
    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }

        _open.Clear();
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        using var own = new Socket(SocketType.Stream, ProtocolType.Tcp);
        (_open[client], _open[own]) = (true, true);
        try
        {
            await own.ConnectAsync(server);
            await using var near = new NetworkStream(client);
            await using var far = new NetworkStream(own);
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // Cut, or the other side has gone.
        }
        finally
        {
            client.Dispose();
            _open.TryRemove(client, out _);
            _open.TryRemove(own, out _);
        }
    }
}
