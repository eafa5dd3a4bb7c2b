namespace LiveQuality.Mining.Study.Running;

/// <summary>A part of the study that people watch as one bar.</summary>
/// <param name="Title">For people.</param>
/// <param name="Trials">What is tried.</param>
internal sealed record StudyPart(string Title, IReadOnlyList<Trial> Trials);
