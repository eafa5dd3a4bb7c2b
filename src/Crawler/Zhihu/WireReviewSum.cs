namespace LiveQuality.Crawler.Zhihu;

/// <summary>The reviews of a live, summed up.</summary>
/// <param name="Count">Number.</param>
/// <param name="Score">Mean, 1..5; 0 below five reviews.</param>
public sealed record WireReviewSum(long? Count = null, double? Score = null);
