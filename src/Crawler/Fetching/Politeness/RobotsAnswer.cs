namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>What a request for robots.txt gave.</summary>
/// <param name="Exit">Status, latency and Retry-After, as for any request.</param>
/// <param name="Body">The body, decompressed and cut behind <see cref="RobotsTxt.LargestFile"/> bytes and one, by which a cut is known.</param>
/// <param name="Location">Where a redirect leads, as the answer says it; null for none.</param>
internal sealed record RobotsAnswer(GateExit Exit, ReadOnlyMemory<byte> Body = default, Uri? Location = null);
