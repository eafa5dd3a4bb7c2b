using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The address of a portrait, <c>https://pic2.zhimg.com/50/v2-{32 hex}_xl.jpg</c>.</summary>
/// <param name="Id">Its hash, with <c>v2-</c> where it has one. Host, scheme, folder and size differ between views of one picture and are no part of it.</param>
/// <param name="Url">As the site gave it.</param>
public sealed partial record PortraitAddress(string Id, string Url)
{
    private const int LongestUrl = 2_000;
    private const string SizeTemplate = "{size}";

    // Pictures that the site shows where there is no portrait; the last two are shared by unrelated people.
    private static readonly FrozenSet<string> Defaults = FrozenSet.Create(
        StringComparer.Ordinal,
        "da8e974dc",
        "aadd7b895",
        "e82bab09c",
        "v2-abed1a8c04700ba7d72b45195223e0ff",
        "03b42d62450ffcb05428b958512bea22",
        "c1bb6a4abacecb1ff0bbf838ab3a4e08");

    // The full original first, then what profiles show (protocol, section 4).
    private static readonly string[] LargeSizes = ["r", "xll", "xl"];

    /// <summary>The hosts that serve portraits, https.</summary>
    public static IReadOnlyList<Uri> Hosts { get; } =
        [.. new[] { "pic1", "pic2", "pic3", "pic4", "pica", "picx" }.Select(name => new Uri($"https://{name}.zhimg.com"))];

    /// <summary>Whether it is a picture of nobody.</summary>
    public bool IsDefault => Defaults.Contains(Id);

    /// <summary>Where the picture may be had, the largest size first and the address as given last. Not every picture exists in every size.</summary>
    public IReadOnlyList<Uri> LargestFirst()
    {
        var parts = Shape.Match(Url).Groups;
        var addresses = LargeSizes.Select(size => $"{parts["head"]}{parts["id"]}_{size}.{parts["end"]}");
        // A template is no address.
        return [.. (parts["size"].Value == SizeTemplate ? addresses : addresses.Append(Url)).Distinct(StringComparer.Ordinal).Select(address => new Uri(address))];
    }

    /// <summary>Reads an address.</summary>
    /// <param name="url">Any text.</param>
    /// <returns>Null where it is no portrait's address.</returns>
    public static PortraitAddress? Parse(string? url)
    {
        if (url is null || url.Length > LongestUrl)
        {
            return null;
        }

        var match = Shape.Match(url);
        return match.Success ? new PortraitAddress(match.Groups["id"].Value, url) : null;
    }

    [GeneratedRegex(
        @"\A(?<head>https?://pic[0-9a-z]\.zhimg\.com/(?:[58]0/)?)(?<id>(?:v2-)?(?:[0-9a-f]{32}|[0-9a-f]{9}))(?:_(?<size>[0-9a-z]+|\{size\}))?\.(?<end>(?:jpe?g|png)(?:\?.*)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape { get; }
}
