namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A section of a report.</summary>
/// <param name="Id">Its anchor: lower-case letters and hyphens.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What it says, in order.</param>
internal sealed record ReportSection(string Id, string Heading, IReadOnlyList<ReportBlock> Blocks);
