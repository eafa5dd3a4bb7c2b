namespace LiveQuality.Mining.Study.Results;

/// <summary>A word and what it weighs.</summary>
/// <param name="Word">The word.</param>
/// <param name="Weight">Above 0; only comparable within its list.</param>
public sealed record WeightedWord(string Word, double Weight);
