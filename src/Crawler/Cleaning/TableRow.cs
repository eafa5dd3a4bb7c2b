namespace LiveQuality.Crawler.Cleaning;

/// <summary>A row of the study's table, one live.</summary>
/// <param name="Columns">Text of each cell by its column's name, as it stands in the file; blank or absent where the cell is.</param>
/// <param name="Origin">File and row, for people.</param>
public sealed record TableRow(IReadOnlyDictionary<string, string> Columns, string Origin);
