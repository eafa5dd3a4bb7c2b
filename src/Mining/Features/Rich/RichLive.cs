namespace LiveQuality.Mining.Features.Rich;

/// <summary>One live on its way into a <see cref="RichTable"/>.</summary>
/// <param name="Id">Id of the live.</param>
/// <param name="Speaker">Key of the speaker; lives of one speaker share it, a live whose speaker is unknown has one of its own.</param>
/// <param name="CreatedAt">When the live was announced, Unix seconds; null where unknown.</param>
/// <param name="StartsAt">When the live starts, Unix seconds; null where unknown.</param>
/// <param name="Study">One number a column of <see cref="StudyFeatures.All"/>, in that order and in its units; NaN where unknown.</param>
/// <param name="Score">Mean rating 1..5; null where there are too few reviews.</param>
/// <param name="Text">One number a column of <see cref="TextFeatures.All"/>, NaN where unknown; null where nothing is known.</param>
/// <param name="Portrait">One number a column of <see cref="PortraitFeatures.All"/>, NaN where unknown; null where portraits are not looked at, for all lives of a table or none.</param>
internal sealed record RichLive(
    string Id, string Speaker, double? CreatedAt, double? StartsAt, double[] Study, double? Score, double[]? Text = null, double[]? Portrait = null);
