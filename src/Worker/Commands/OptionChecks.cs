using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Commands;

/// <summary>Checks whose message is one line that names the option, what was typed and what is right.</summary>
internal static class OptionChecks
{
    public static Option<T> OneOf<T>(this Option<T> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        return option.Check(text => values.Contains(text, StringComparer.Ordinal), string.Join(", ", values));
    }

    public static Option<T> AtLeast<T>(this Option<T> option, int least) => option.Check(
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}"));

    // Not repeated in the message: a mistyped address may hold a password.
    public static Option<string?> StoreAddress(this Option<string?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !StoreFactory.IsAddress(token.Value))
            {
                result.AddError($"{option.Name}: must be {StoreFactory.Forms}");
            }
        });
        return option;
    }

    // An unset variable of a shell leaves a path empty.
    public static Option<T> NotEmpty<T>(this Option<T> option)
    {
        option.Validators.Add(result => RefuseEmpty(result, option.Name));
        return option;
    }

    public static Argument<T> NotEmpty<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result => RefuseEmpty(result, argument.Name));
        return argument;
    }

    private static void RefuseEmpty(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
        {
            result.AddError($"{name}: must not be empty");
        }
    }

    private static Option<T> Check<T>(this Option<T> option, Func<string, bool> isRight, string what)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !isRight(token.Value))
            {
                result.AddError($"{option.Name}: '{token.Value}' must be {what}");
            }
        });
        return option;
    }
}
