namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A dirty value inside a reason of one line.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Text(string? value)
    {
        if (value is null)
        {
            return "missing";
        }

        var cut = value.Length <= Longest ? value : value[..Longest] + "…";
        return $"\"{string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))}\"";
    }

    public static string Number(long? value) => value is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "missing";
}
