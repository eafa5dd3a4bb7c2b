namespace LiveQuality.Crawler.Fetching;

/// <summary>A request that was not sent, for the other side's sake.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">One line for people that names the address and the rule.</param>
/// <param name="Until">When it may be sent, UTC; null where waiting does not help.</param>
public sealed record Withheld(WithheldReason Reason, string Detail, DateTimeOffset? Until);
