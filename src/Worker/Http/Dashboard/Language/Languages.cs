using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Which language somebody reads: what the address says, else what they chose before, else what their browser asks for.</summary>
internal static class Languages
{
    /// <summary>The tag of a language, for <c>lang=</c> and for addresses.</summary>
    public static string TagOf(Tongue tongue) => tongue == Tongue.Chinese ? "zh-CN" : "en";

    /// <summary>Chooses.</summary>
    /// <param name="asked">From the address; null where it says nothing.</param>
    /// <param name="chosen">From the cookie; null where there is none.</param>
    /// <param name="accepted">The header Accept-Language (RFC 9110, 12.5.4).</param>
    public static Tongue Choose(string? asked, string? chosen, IList<string> accepted) => Find(asked) ?? Find(chosen) ?? Accepted(accepted) ?? Tongue.English;

    /// <returns>Null where it is no language that we speak.</returns>
    public static Tongue? Find(string? tag) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Tongue.Chinese,
        "EN" => Tongue.English,
        _ => null,
    };

    private static Tongue? Accepted(IList<string> header) => StringWithQualityHeaderValue.TryParseList(header, out var languages)
        ? languages.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1).Select(language => Find(language.Value.Value)).FirstOrDefault(tongue => tongue is not null)
        : null;
}
