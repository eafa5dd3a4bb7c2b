namespace LiveQuality.Mining.Study.Results;

/// <summary>How errors fall with the number of rows learnt from.</summary>
/// <param name="Name">The regressor.</param>
/// <param name="Points">Fewest rows first.</param>
public sealed record LearningCurve(string Name, IReadOnlyList<LearningPoint> Points);
