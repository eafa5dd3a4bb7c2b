namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>One question and its answer, as bytes on the wire.</summary>
/// <param name="Target">The address.</param>
/// <param name="At">When the answer came; written in whole seconds, UTC.</param>
/// <param name="Request">Request line, header and body.</param>
/// <param name="Response">Status line, header and body.</param>
internal sealed record WarcExchange(Uri Target, DateTimeOffset At, byte[] Request, byte[] Response);
