namespace LiveQuality.Crawler.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Address">Where.</param>
/// <param name="ETag">Validator of the answer that is known already; the other side may then answer "not modified".</param>
/// <param name="LastModified">The same as a date, UTC.</param>
public sealed record FetchRequest(Uri Address, string? ETag = null, DateTimeOffset? LastModified = null);
