using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>The command line that runs a study again.</summary>
internal static class StudyCommandLine
{
    /// <summary>Writes it for a POSIX shell, every choice spelt out.</summary>
    /// <param name="settings">How the study was run.</param>
    /// <param name="file">The file; quoted where the shell needs it.</param>
    public static string Of(StudySettings settings, string file)
    {
        List<(string Option, string? Value)> options =
        [
            ("--data", Quoted(file)),
            ("--table", Name(settings.Table)),
            ("--protocol", Name(settings.Protocol)),
            ("--folds-by", Name(settings.FoldsBy)),
            ("--regressors", Quoted(string.Join(',', settings.Regressors))),
            ("--min-reviews", Number(settings.MinReviews)),
            ("--folds", Number(settings.Folds)),
            ("--seed", Number(settings.Seed)),
            ("--seeds", Number(settings.Seeds)),
            ("--features", settings.Features is { } features ? Number(features) : null),
            .. FlawSwitch.All.Select(flaw => (flaw.Name, (string?)YesOrNo(flaw.IsOn(settings.Flaws)))),
        ];
        return "livequality study " + string.Join(' ', options.Where(option => option.Value is not null).Select(option => $"{option.Option} {option.Value}"));
    }

    /// <summary>A choice as people type it.</summary>
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "The command line is in lower case.")]
    public static string Name<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    /// <summary>A switch's value as people type it.</summary>
    public static string YesOrNo(bool value) => value ? "true" : "false";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text)
    {
        // A leading hyphen would be an option, a leading @ a file of options.
        var safe = text is ['-' or '@', ..] ? "./" + text : text;
        return safe.Length > 0 && safe.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-' or '/' or ',')
            ? safe
            : $"'{safe.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
