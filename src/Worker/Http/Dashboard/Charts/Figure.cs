using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>A chart with its heading, and the same numbers as a table for those who want or need them.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Drawing">The picture; null where there is nothing to draw.</param>
/// <param name="Head">Headings of the table.</param>
/// <param name="Rows">Its rows, as texts; columns after the first are numbers.</param>
internal sealed record Figure(string Title, XElement? Drawing, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>As HTML.</summary>
    /// <param name="numbers">What opens the table.</param>
    /// <param name="nothing">What is said where there is nothing to draw.</param>
    public MarkupString Show(string numbers, string nothing)
    {
        var figure = new XElement("figure", new XAttribute("class", "chart"), new XElement("figcaption", Title));
        if (Drawing is null)
        {
            figure.Add(new XElement("p", new XAttribute("class", "empty"), nothing));
        }
        else
        {
            figure.Add(Drawing, new XElement("details", new XElement("summary", numbers), Region(Table())));
        }

        return Svg.Show(figure);
    }

    private XElement Region(XElement table) => new(
        "div", new XAttribute("class", "scroll"), new XAttribute("role", "region"), new XAttribute("tabindex", "0"), new XAttribute("aria-label", Title), table);

    private XElement Table() => new(
        "table",
        new XElement("caption", new XAttribute("class", "unseen"), Title),
        new XElement("thead", new XElement("tr", Head.Select((text, column) => new XElement("th", new XAttribute("scope", "col"), Look(column), text)))),
        new XElement("tbody", Rows.Select(row => new XElement("tr", row.Select((text, column) => column == 0
            ? new XElement("th", new XAttribute("scope", "row"), text)
            : new XElement("td", Look(column), text))))));

    private static XAttribute? Look(int column) => column == 0 ? null : new XAttribute("class", "number");
}
