using System.Globalization;
using System.Net;
using System.Text;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>The report as one HTML page that needs nothing else: no script, no other file, no network.</summary>
internal static class HtmlReport
{
    /// <summary>Writes the report of a study.</summary>
    public static string Write(StudyResult result) => Write(StudyReport.Of(result, PlotLabels.OfThisMachine()));

    /// <summary>Writes a report.</summary>
    internal static string Write(ReportDocument document)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Text(document.Title)}</title>
            <style>{HtmlStyle.Sheet}</style>
            </head>
            <body>
            <header>
            <h1>{Text(document.Title)}</h1>
            <p class="summary">{Text(document.Summary)}</p>
            </header>
            <nav aria-label="Contents">
            <h2>Contents</h2>
            <ol>

            """);
        foreach (var section in document.Sections)
        {
            Line($"<li><a href=\"#{section.Id}\">{Text(section.Heading)}</a></li>");
        }

        Line($"</ol>\n</nav>\n<main>");
        foreach (var section in document.Sections)
        {
            Line($"<section id=\"{section.Id}\">\n<h2>{Text(section.Heading)}</h2>");
            foreach (var block in section.Blocks)
            {
                Append(block);
            }

            Line($"</section>");
        }

        Line($"</main>\n</body>\n</html>");
        return html.ToString();

        void Append(ReportBlock block)
        {
            switch (block)
            {
                case ReportHeading heading:
                    Line($"<h3>{Text(heading.Text)}</h3>");
                    break;
                case ReportParagraph paragraph:
                    Line($"<p>{Text(paragraph.Text)}</p>");
                    break;
                case ReportCode code:
                    Line($"<pre><code>{Text(code.Text)}</code></pre>");
                    break;
                case ReportTable table:
                    AppendTable(table);
                    break;
                case ReportPlots plots:
                    AppendPlots(plots);
                    break;
            }
        }

        void AppendTable(ReportTable table)
        {
            // A box that scrolls must be reachable by keyboard.
            Line($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(table.Caption)}\"><table>\n<caption>{Text(table.Caption)}</caption>");
            Line($"<thead><tr>{string.Concat(table.Columns.Select(column => $"<th scope=\"col\"{Class(column, ReportMark.None)}>{Text(column.Heading)}</th>"))}</tr></thead>\n<tbody>");
            foreach (var row in table.Rows)
            {
                Line($"<tr>{string.Concat(row.Select((cell, index) => Cell(cell, table.Columns[index], index == 0)))}</tr>");
            }

            Line($"</tbody></table></div>");
        }

        void AppendPlots(ReportPlots plots)
        {
            Line($"<div class=\"plots\">");
            foreach (var plot in plots.Plots)
            {
                Line($"<figure style=\"max-width:{plot.Width}px\"><img width=\"{plot.Width}\" height=\"{plot.Height}\" alt=\"{Text(plot.Alt)}\" src=\"data:image/png;base64,{Convert.ToBase64String(plot.ToPng())}\">");
                Line($"<figcaption>{Text(plot.Caption)}</figcaption></figure>");
            }

            Line($"</div>");
        }

        void Line(FormattableString line) => html.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Cell(ReportCell cell, ReportColumn column, bool namesRow) => namesRow
        ? $"<th scope=\"row\"{Class(column, cell.Mark)}>{Text(cell.Text)}</th>"
        : $"<td{Class(column, cell.Mark)}>{Text(cell.Text)}</td>";

    private static string Class(ReportColumn column, ReportMark mark)
    {
        string[] names = [.. column.IsNumber ? ["number"] : Array.Empty<string>(), .. mark switch { ReportMark.Firm => ["firm"], ReportMark.Off => ["off"], _ => Array.Empty<string>() }];
        return names.Length == 0 ? "" : $" class=\"{string.Join(' ', names)}\"";
    }

    // HTML has no way to write most control characters; a cell needs none.
    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)));
}
