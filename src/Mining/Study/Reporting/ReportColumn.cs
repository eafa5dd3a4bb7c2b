namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A column of a report's table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="IsNumber">Whether its cells line up on the right.</param>
internal sealed record ReportColumn(string Heading, bool IsNumber);
