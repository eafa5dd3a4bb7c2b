namespace LiveQuality.Crawler.Zhihu;

/// <summary>Tickets of a live.</summary>
/// <param name="Taken">Sold; may exceed <paramref name="Max"/>.</param>
/// <param name="Max">Limit; 10^7 and more for none.</param>
public sealed record WireSeats(long? Taken = null, long? Max = null);
