namespace LiveQuality.Mining.Study;

/// <summary>How far a part of a study is.</summary>
/// <param name="Part">Number of the part, as in <see cref="StudyRunner.Parts"/>.</param>
/// <param name="Done">Folds done, of all its trials.</param>
/// <param name="Total">Folds in all.</param>
public readonly record struct StudyProgress(int Part, int Done, int Total);
