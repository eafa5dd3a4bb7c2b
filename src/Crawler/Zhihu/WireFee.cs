namespace LiveQuality.Crawler.Zhihu;

/// <summary>Price of a live.</summary>
/// <param name="Amount">Price today, fen.</param>
/// <param name="OriginalPrice">Price without promotion, fen.</param>
/// <param name="EndTime">End of the promotion, unix time, s; only while there is one.</param>
public sealed record WireFee(long? Amount = null, long? OriginalPrice = null, long? EndTime = null);
