using System.Net;
using System.Net.Http.Headers;

namespace LiveQuality.Crawler.Fetching;

/// <summary>One attempt's answer, read to its end.</summary>
/// <param name="Code">Status code.</param>
/// <param name="Body">The body, decompressed; null when it was larger than allowed.</param>
/// <param name="RetryAfter">What the answer asked for, if anything.</param>
/// <param name="CapturedAt">When a replayed answer was recorded; null for one from the network.</param>
/// <param name="NotRecorded">Whether a recording was asked that does not hold the address.</param>
internal sealed record Answer(HttpStatusCode Code, byte[]? Body, RetryConditionHeaderValue? RetryAfter, DateTimeOffset? CapturedAt, bool NotRecorded);
