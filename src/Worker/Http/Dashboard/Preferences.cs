using LiveQuality.Worker.Http.Dashboard.Language;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Choices that a visitor's browser keeps: the language, and light or dark.</summary>
internal static class Preferences
{
    /// <summary>Where they are changed.</summary>
    public const string Path = "/preferences";

    /// <summary>The parameter for the language; every page understands it too.</summary>
    public const string Language = "lang";

    /// <summary>The parameter for light or dark.</summary>
    public const string ThemeName = "theme";

    /// <summary>The cookie of the language.</summary>
    public const string LanguageCookie = "livequality-lang";

    /// <summary>The cookie of light or dark.</summary>
    public const string ThemeCookie = "livequality-theme";

    /// <summary>The choice of none: as the system has it.</summary>
    public const string System = "system";

    /// <summary>Themes one can choose.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["light", "dark"];

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <returns>Null where it is no theme.</returns>
    public static string? FindTheme(string? name) => Themes.FirstOrDefault(theme => theme == name);

    public static void MapPreferences(this IEndpointRouteBuilder app) => app.MapGet(Path, (HttpContext context, string? lang, string? theme, string? back) =>
    {
        if (Languages.Find(lang) is { } tongue)
        {
            context.Response.Cookies.Append(LanguageCookie, Languages.TagOf(tongue), Cookie(context));
        }

        if (FindTheme(theme) is { } known)
        {
            context.Response.Cookies.Append(ThemeCookie, known, Cookie(context));
        }
        else if (theme is not null)
        {
            context.Response.Cookies.Delete(ThemeCookie, Cookie(context));
        }

        return Results.LocalRedirect(LocalPath.Check(back));
    }).ExcludeFromDescription();

    private static CookieOptions Cookie(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Kept, IsEssential = true };
}
