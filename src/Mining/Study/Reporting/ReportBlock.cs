namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A part of a section.</summary>
internal abstract record ReportBlock;

/// <summary>Sentences.</summary>
/// <param name="Text">The sentences; they start with a word of ours, never with something from the file.</param>
internal sealed record ReportParagraph(string Text) : ReportBlock;

/// <summary>A heading inside the section.</summary>
/// <param name="Text">The heading.</param>
internal sealed record ReportHeading(string Text) : ReportBlock;

/// <summary>Something to type as it stands.</summary>
/// <param name="Text">The text.</param>
internal sealed record ReportCode(string Text) : ReportBlock;

/// <summary>Plots that belong together; only HTML shows them.</summary>
/// <param name="Plots">At least one.</param>
internal sealed record ReportPlots(IReadOnlyList<ReportPlot> Plots) : ReportBlock;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns; the first names the row.</param>
/// <param name="Rows">A cell a column each.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows) : ReportBlock
{
    /// <summary>A table of which all columns but the first <paramref name="texts"/> are numbers.</summary>
    public static ReportTable Of(string caption, IEnumerable<string> columns, IEnumerable<IReadOnlyList<ReportCell>> rows, int texts = 1) =>
        new(caption, [.. columns.Select((heading, index) => new ReportColumn(heading, index >= texts))], [.. rows]);
}
