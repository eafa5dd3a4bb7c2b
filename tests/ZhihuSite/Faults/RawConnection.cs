using System.Net.Sockets;
using System.Text;
using LiveQuality.ZhihuSite.Site;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Writes to the socket past the web server, which would not let a wrong answer out.</summary>
internal static class RawConnection
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    /// <summary>Sends a head and part of a body, and ends the connection.</summary>
    /// <param name="exchange">Whose answer it is.</param>
    /// <param name="body">The bytes that are sent.</param>
    /// <param name="length">The length that is promised.</param>
    /// <param name="isReset">Whether the connection is reset; otherwise it is closed in order.</param>
    public static async Task SendAsync(Exchange exchange, ReadOnlyMemory<byte> body, int length, bool isReset)
    {
        var socket = exchange.Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        var answer = exchange.Answer;
        string[] head =
        [
            $"HTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}",
            $"Content-Type: {answer.ContentType}",
            $"Content-Length: {length}",
            .. answer.Headers.Select(header => $"{header.Key}: {header.Value}"),
        ];
        var headBytes = Encoding.ASCII.GetBytes(string.Join("\r\n", head) + "\r\n\r\n");
        exchange.Count(body.Length);
        for (ReadOnlyMemory<byte> left = (byte[])[.. headBytes, .. body.Span]; left.Length > 0;)
        {
            left = left[await socket.SendAsync(left, exchange.Aborted)..];
        }

        if (!isReset)
        {
            socket.Shutdown(SocketShutdown.Send);
            // A reset may overtake the end; so the other side hangs up first, if it ever does.
            await Task.Delay(LongestGoodbye, exchange.Time, exchange.Aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Kestrel resets what it aborts.
        exchange.Context.Abort();
    }
}
