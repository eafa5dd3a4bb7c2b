namespace LiveQuality.Crawler.Importing;

/// <summary>One row of a table, as text.</summary>
/// <param name="Origin">Where it stands, for messages: file, sheet where there is one, and row.</param>
/// <param name="Number">Number of the row as people see it: the header is row 1 where it comes first.</param>
/// <param name="Cells">
/// Texts by column name; blank cells are left out. A number is the text that the file has, digit for digit, since ids do not survive a double.
/// </param>
public sealed record FileRow(string Origin, int Number, IReadOnlyDictionary<string, string> Cells);
