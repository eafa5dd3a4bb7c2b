namespace LiveQuality.Crawler.Importing;

/// <summary>One line of a JSON Lines file, not parsed yet.</summary>
/// <param name="Origin">Where it stands, for messages: file and line.</param>
/// <param name="Number">Line number, from 1, blank lines counted.</param>
/// <param name="Text">The line without its end.</param>
public sealed record JsonLine(string Origin, int Number, string Text);
