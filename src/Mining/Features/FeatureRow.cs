namespace LiveQuality.Mining.Features;

/// <summary>One live on its way into a <see cref="FeatureTable"/>.</summary>
/// <param name="Id">Id of the live.</param>
/// <param name="Speaker">Key of the speaker, or null where unknown.</param>
/// <param name="CreatedAt">When the live was announced, Unix seconds; null where unknown.</param>
/// <param name="StartsAt">When the live starts, Unix seconds; null where unknown.</param>
/// <param name="Values">One value a column of <see cref="FeatureTable.Columns"/>.</param>
/// <param name="Score">Mean of the reviews, or null where too few.</param>
internal sealed record FeatureRow(string Id, string? Speaker, double? CreatedAt, double? StartsAt, double?[] Values, double? Score);
