namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A report before it is HTML or Markdown. All text is plain: whoever renders it escapes it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What was found, in a few sentences.</param>
/// <param name="Sections">Its sections, none of them empty.</param>
internal sealed record ReportDocument(string Title, string Summary, IReadOnlyList<ReportSection> Sections);
