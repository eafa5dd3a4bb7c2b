using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// Questions and answers as HTTP/1.1 messages for the archive. Secrets stay outside: the values of cookies and credentials are replaced by
/// <see cref="Redacted"/> (the field stays, so that one sees that it was sent), and user info is cut out of addresses. Headers come back
/// from the client in two heaps, so their order across the two is not the wire's.
/// </summary>
internal static class HttpWire
{
    /// <summary>What stands for a secret.</summary>
    public const string Redacted = "REDACTED";

    private static readonly HashSet<string> Secrets = new(
        ["Authorization", "Proxy-Authorization", "Cookie", "Cookie2", "Set-Cookie", "Set-Cookie2"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Addresses = new(["Location", "Content-Location", "Referer"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The address as the other side sees it: without user info and fragment.</summary>
    /// <param name="address">An absolute address.</param>
    public static Uri Target(Uri address) => new(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));

    /// <summary>A question without a body.</summary>
    /// <param name="request">The question.</param>
    public static byte[] Message(HttpRequestMessage request)
    {
        var message = new StringBuilder($"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/1.1\r\n");
        if (request.Headers.Host is null)
        {
            AppendHeader(message, "Host", request.RequestUri.Authority);
        }

        foreach (var (name, values) in request.Headers.NonValidated)
        {
            // One line a field, joined as the client joins its values.
            AppendHeader(message, name, values.ToString());
        }

        return Encoding.Latin1.GetBytes(message.Append("\r\n").ToString());
    }

    /// <summary>An answer; that it came in chunks is not said, since they are joined.</summary>
    /// <param name="response">Status and headers.</param>
    /// <param name="body">The body as it was sent, or its beginning.</param>
    public static byte[] Message(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var message = new StringBuilder($"HTTP/1.1 {(int)response.StatusCode} {OneLine(response.ReasonPhrase ?? "")}\r\n");
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                AppendHeaders(message, name, values);
            }
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            AppendHeaders(message, name, values);
        }

        return [.. Encoding.Latin1.GetBytes(message.Append("\r\n").ToString()), .. body];
    }

    private static void AppendHeaders(StringBuilder message, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            AppendHeader(message, name, value);
        }
    }

    private static void AppendHeader(StringBuilder message, string name, string value) =>
        message.Append(name).Append(": ").Append(Secrets.Contains(name) ? Redacted : OneLine(WithoutUserInfo(name, value))).Append("\r\n");

    private static string WithoutUserInfo(string name, string value) =>
        Addresses.Contains(name) && Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? address.GetComponents(UriComponents.HttpRequestUrl | UriComponents.Fragment, UriFormat.UriEscaped)
            : value;

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
