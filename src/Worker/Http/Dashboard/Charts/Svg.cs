using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>Small pieces of SVG. Texts are escaped by <see cref="XElement"/>; how things look is the style sheet's, by class.</summary>
internal static class Svg
{
    /// <summary>A drawing that takes the width it is given, and is one picture to those who cannot see it.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="width">Of the picture, in its own units: about pixels.</param>
    /// <param name="height">The same.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows, in a sentence.</param>
    /// <param name="content">What is drawn.</param>
    public static XElement Picture(string id, double width, double height, string title, string description, IEnumerable<XElement> content) => new(
        "svg",
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
        new XElement("title", new XAttribute("id", $"{id}-title"), title),
        new XElement("desc", new XAttribute("id", $"{id}-desc"), description),
        content);

    public static XElement Line(string look, double x1, double y1, double x2, double y2) => new(
        "line", Class(look), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    public static XElement Box(string look, double x, double y, double width, double height) => new(
        "rect", Class(look), At("x", x), At("y", y), At("width", Math.Max(0, width)), At("height", Math.Max(0, height)));

    public static XElement Dot(string look, double x, double y, double radius) => new("circle", Class(look), At("cx", x), At("cy", y), At("r", radius));

    public static XElement Path(string look, string data) => new("path", Class(look), new XAttribute("d", data));

    /// <param name="look">Class.</param>
    /// <param name="x">Where.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public static XElement Text(string look, double x, double y, string text, string anchor) => new(
        "text", Class(look), At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    /// <summary>As HTML. Texts come from anybody, and XML has no way to write some characters, such as U+FFFE and half a surrogate pair: they are left out.</summary>
    public static MarkupString Show(XElement drawn)
    {
        foreach (var attribute in drawn.DescendantsAndSelf().Attributes())
        {
            attribute.Value = Writable(attribute.Value);
        }

        foreach (var text in drawn.DescendantNodes().OfType<XText>())
        {
            text.Value = Writable(text.Value);
        }

        return new MarkupString(drawn.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A number as SVG reads it, to a tenth of a pixel.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Writable(string text)
    {
        var writable = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                writable.Append(text[at]);
            }
            else if (char.IsSurrogatePair(text, at))
            {
                writable.Append(text, at++, 2);
            }
        }

        return writable.Length == text.Length ? text : writable.ToString();
    }

    private static XAttribute Class(string look) => new("class", look);

    private static XAttribute At(string name, double value) => new(name, Number(value));
}
