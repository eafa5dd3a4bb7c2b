namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>One question and its answer, as bytes on the wire.</summary>
/// <param name="Target">The address.</param>
/// <param name="At">When the answer came; written in UTC, to the tick.</param>
/// <param name="Request">Request line, header and body.</param>
/// <param name="Response">Status line, header and body.</param>
internal sealed record WarcExchange(Uri Target, DateTimeOffset At, byte[] Request, byte[] Response)
{
    /// <summary>Why the body is not whole: <c>length</c>, <c>time</c> or <c>disconnect</c> (WARC 1.1 section 5.13); null for a whole one.</summary>
    public string? Truncated { get; init; }
}
