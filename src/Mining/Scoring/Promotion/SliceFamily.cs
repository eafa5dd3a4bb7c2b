namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>One way to divide the held-out lives, for example by tag.</summary>
/// <param name="Name">What they are divided by.</param>
/// <param name="Labels">The slice of each row.</param>
internal sealed record SliceFamily(string Name, IReadOnlyList<string> Labels);
