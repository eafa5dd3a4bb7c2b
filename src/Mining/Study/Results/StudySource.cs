namespace LiveQuality.Mining.Study.Results;

/// <summary>Where the numbers come from.</summary>
/// <param name="File">Name of the file, without folder.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hex digits.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Doubled">Rows left out because a row above has the same id and the same cells.</param>
/// <param name="BlankCells">Blank cells among the features (tags, which count as 0, not among them); each became its column's median.</param>
public sealed record StudySource(string File, string Sha256, int Rows, int Doubled, int BlankCells);
