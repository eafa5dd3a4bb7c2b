namespace LiveQuality.Worker.Steps.Scores;

/// <summary>A speaker, shared by the rows of all their lives.</summary>
/// <param name="Id">Key of the speaker.</param>
/// <param name="Name">Display name; null where nobody has said it.</param>
internal sealed record BoardSpeaker(string Id, string? Name);
