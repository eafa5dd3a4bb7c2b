namespace LiveQuality.Crawler.Fetching;

/// <summary>What came of fetching one address.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Detail">One line that names the address, for people; empty when all went well.</param>
/// <param name="Body">The body as sent, decompressed; for an error answer its error body; empty without an answer.</param>
/// <param name="At">When the answer came; for a replayed one, when it was recorded.</param>
public sealed record FetchOutcome(FetchStatus Status, string Detail, ReadOnlyMemory<byte> Body, DateTimeOffset At);
