using System.Text;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>The report as GitHub-flavoured Markdown: the text and the tables.</summary>
internal static class MarkdownReport
{
    private const string PlotsElsewhere = "The plots are in the HTML report.";

    /// <summary>Writes the report of a study.</summary>
    public static string Write(StudyResult result) => Write(StudyReport.Of(result, labels: null));

    /// <summary>Writes a report.</summary>
    internal static string Write(ReportDocument document)
    {
        var text = new StringBuilder();
        Paragraph($"# {MarkdownText.Escape(document.Title)}");
        Paragraph(MarkdownText.Escape(document.Summary));
        Paragraph(PlotsElsewhere);
        foreach (var section in document.Sections.Where(section => section.Blocks.Any(block => block is not ReportPlots)))
        {
            Paragraph($"## {MarkdownText.Escape(section.Heading)}");
            foreach (var block in section.Blocks)
            {
                Append(block);
            }
        }

        return text.ToString();

        void Append(ReportBlock block)
        {
            switch (block)
            {
                case ReportHeading heading:
                    Paragraph($"### {MarkdownText.Escape(heading.Text)}");
                    break;
                case ReportParagraph paragraph:
                    Paragraph(MarkdownText.Escape(paragraph.Text));
                    break;
                case ReportCode code:
                    var fence = MarkdownText.Fence(code.Text);
                    Paragraph($"{fence}sh\n{code.Text}\n{fence}");
                    break;
                case ReportTable table:
                    Paragraph($"**{MarkdownText.Escape(table.Caption)}**");
                    Paragraph(Table(table));
                    break;
            }
        }

        void Paragraph(string lines) => text.Append(lines).Append("\n\n");
    }

    private static string Table(ReportTable table) => string.Join('\n',
    [
        Row(table.Columns.Select(column => MarkdownText.Escape(column.Heading))),
        Row(table.Columns.Select(column => column.IsNumber ? "---:" : "---")),
        .. table.Rows.Select(row => Row(row.Select(cell => MarkdownText.Escape(cell.Text)))),
    ]);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
