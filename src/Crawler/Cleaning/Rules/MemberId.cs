namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>Keys of people.</summary>
internal static class MemberId
{
    /// <summary>The site's id of everybody who wants no name: as a key it would make one person of all of them.</summary>
    public const string Anonymous = "0";

    private const int Length = 32;

    public static bool IsValid(string id) => id.Length == Length && id.All(char.IsAsciiHexDigit);

    /// <summary>The same id in the form of the site, which writes lower case.</summary>
    public static string Lower(string id) => string.Create(id.Length, id, static (span, source) => source.AsSpan().ToLowerInvariant(span));
}
