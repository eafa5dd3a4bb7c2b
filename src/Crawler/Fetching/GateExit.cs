namespace LiveQuality.Crawler.Fetching;

/// <summary>What came of a request, as far as its host's pace depends on it.</summary>
/// <param name="Status">HTTP status; null when no whole answer came.</param>
/// <param name="Latency">From the request to the answer's header; null when none came.</param>
/// <param name="RetryAfter">How long the answer asked to be left alone (RFC 9110, section 10.2.3, both forms, already as a span); null when it did not.</param>
internal readonly record struct GateExit(int? Status, TimeSpan? Latency, TimeSpan? RetryAfter);
