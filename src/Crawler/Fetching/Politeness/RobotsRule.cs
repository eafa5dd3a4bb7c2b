namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>One <c>Allow</c> or <c>Disallow</c> line.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Allows">Whether it is an <c>Allow</c>.</param>
/// <param name="Path">The path as it stands in the file, without what surrounds it.</param>
internal sealed record RobotsRule(int Line, bool Allows, string Path)
{
    private const int LongestShown = 120;

    /// <summary>What the rule applies to.</summary>
    public RobotsPattern Pattern { get; } = new(Path);

    /// <summary>The rule for people, for example <c>line 3: Disallow: /</c>; one short line whatever the file holds.</summary>
    public override string ToString() => $"line {Line}: {(Allows ? "Allow" : "Disallow")}: {Shown(Path)}";

    /// <summary>Text of the other side in one short line that does nothing to a terminal.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length > LongestShown ? text[..LongestShown] + "…" : text;
        return string.Concat(cut.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character));
    }
}
