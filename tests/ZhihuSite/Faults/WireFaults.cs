using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Good answers that do not get through well.</summary>
internal static class WireFaults
{
    /// <summary>Every answer takes this long.</summary>
    public static DelayFault Latency(TimeSpan wait) => Latency(wait, wait);

    /// <summary>Every answer takes some time between the two.</summary>
    public static DelayFault Latency(TimeSpan least, TimeSpan most) => new("latency", least, most);

    /// <summary>The connection is reset in the middle of the body.</summary>
    /// <param name="afterBytes">Bytes of the body that are sent; at most half of it.</param>
    public static SendFault Reset(int afterBytes = 200) =>
        new("reset", exchange => RawConnection.SendAsync(
            exchange, exchange.Answer.Body.AsMemory(0, Math.Min(afterBytes, exchange.Answer.Body.Length / 2)), exchange.Answer.Body.Length, isReset: true));

    /// <summary>A <c>Content-Length</c> above what comes; then the connection is closed in order.</summary>
    /// <param name="extra">Bytes that never come.</param>
    public static SendFault LongLength(int extra = 1_000) =>
        new("long-length", exchange => RawConnection.SendAsync(exchange, exchange.Answer.Body, exchange.Answer.Body.Length + extra, isReset: false));

    /// <summary>A gzip stream of which the second half is missing, with the length of what is there.</summary>
    public static AnswerFault TruncatedGzip() =>
        new("truncated-gzip", (_, answer) =>
        {
            var whole = Negotiation.Gzip(answer.Body);
            return (answer with { Body = whole[..(whole.Length / 2)] }).With("Content-Encoding", "gzip");
        });

    /// <summary>The body comes in drops.</summary>
    /// <param name="bytes">Size of a drop.</param>
    /// <param name="pause">Between two of them.</param>
    public static SendFault Drip(int bytes, TimeSpan pause) =>
        new("drip", async exchange =>
        {
            exchange.WriteHead();
            var body = exchange.Answer.Body;
            exchange.Context.Response.ContentLength = body.Length;
            for (var at = 0; at < body.Length; at += bytes)
            {
                await exchange.WriteAsync(body.AsMemory(at, Math.Min(bytes, body.Length - at)));
                await exchange.Context.Response.Body.FlushAsync(exchange.Aborted);
                await Task.Delay(pause, exchange.Time, exchange.Aborted);
            }
        });
}
