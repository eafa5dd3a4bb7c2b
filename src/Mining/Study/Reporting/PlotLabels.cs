using LiveQuality.Mining.Study.Results;
using SkiaSharp;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>Which labels plots can show.</summary>
/// <param name="Family">A typeface family with Chinese glyphs, or null where the machine has none.</param>
internal sealed record PlotLabels(string? Family)
{
    // Common characters of tags; a typeface for another script has none of them, one for Japanese lacks the simplified last two.
    private const string Chinese = "直播质评";
    private const int LongestLabel = 16;

    // Made for screens, in the order of how common they are; any other that can write Chinese follows.
    private static readonly string[] Known = ["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"];

    private static readonly Lazy<PlotLabels> Found = new(() => new PlotLabels(FindFamily()));

    /// <summary>The typeface of this machine. It is looked for by its glyphs: SkiaSharp's builds without fontconfig cannot match characters.</summary>
    public static PlotLabels OfThisMachine() => Found.Value;

    /// <summary>The label of a group that the typeface can write: its own, shortened where it is long, or the plain-ASCII key.</summary>
    public string Of(ScoreGroup group)
    {
        var label = string.Concat(group.Label.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
        var written = label.Length > 0 && (label.All(sign => sign is >= ' ' and <= '~') || (Family is not null && Writes(Family, label))) ? label : group.Key;
        return written.Length <= LongestLabel ? written : string.Concat(written.AsSpan(0, char.IsHighSurrogate(written[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1), "…");
    }

    private static string? FindFamily()
    {
        var families = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.Ordinal);
        return Known.Where(families.Contains).Concat(families.Order(StringComparer.Ordinal)).FirstOrDefault(family => Writes(family, Chinese));
    }

    private static bool Writes(string family, string text)
    {
        using var typeface = SKTypeface.FromFamilyName(family);
        return typeface is not null && typeface.ContainsGlyphs(text);
    }
}
