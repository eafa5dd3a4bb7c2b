using System.Net;

namespace LiveQuality.Worker.Http;

/// <summary>An address to listen on, understood.</summary>
/// <param name="Ip">The interface; null for localhost, by either protocol.</param>
/// <param name="Port">Port; 0 for a free one.</param>
/// <param name="IsHttps">Whether TLS is spoken.</param>
internal sealed record ListenAddress(IPAddress? Ip, int Port, bool IsHttps)
{
    private const string Everywhere = "*";

    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback => Ip is null || IPAddress.IsLoopback(Ip);

    /// <summary>Where this machine reaches it: one address, also of a service that listens on all.</summary>
    public IPEndPoint Nearest => new(Ip is null || Ip.Equals(IPAddress.Any) || Ip.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : Ip, Port);

    /// <summary>Null where the text is no such address.</summary>
    public static ListenAddress? Parse(string text)
    {
        // Uri knows no host *, and takes a path, which nobody can listen on.
        var url = text.Replace($"//{Everywhere}", "//[::]", StringComparison.Ordinal);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri is not { Scheme: "http" or "https" })
        {
            return null;
        }

        var isHttps = uri.Scheme == Uri.UriSchemeHttps;
        if (uri.Host == "localhost")
        {
            // Kestrel cannot take one free port for two protocols.
            return new ListenAddress(uri.Port == 0 ? IPAddress.Loopback : null, uri.Port, isHttps);
        }

        return IPAddress.TryParse(uri.DnsSafeHost, out var ip) ? new ListenAddress(ip, uri.Port, isHttps) : null;
    }
}
