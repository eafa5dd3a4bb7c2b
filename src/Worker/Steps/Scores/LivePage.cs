namespace LiveQuality.Worker.Steps.Scores;

/// <summary>A page of a list of lives.</summary>
/// <param name="Items">The lives, in the order asked for.</param>
/// <param name="NextCursor">What to ask the next page with; null after the last.</param>
/// <param name="Total">How many lives the whole list has.</param>
internal sealed record LivePage(IReadOnlyList<ScoredLive> Items, string? NextCursor, int Total);
