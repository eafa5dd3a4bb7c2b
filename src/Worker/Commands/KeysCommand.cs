using System.CommandLine;
using System.Text.RegularExpressions;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http.Security;

namespace LiveQuality.Worker.Commands;

/// <summary>API keys: made here, kept by who asks; the service knows hashes only.</summary>
internal static partial class KeysCommand
{
    public static Command Create() => new("keys", "Make API keys") { New() };

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is: letters, digits, single underscores between them" };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !VariableName().IsMatch(token.Value))
            {
                result.AddError($"{name.Name}: '{token.Value}' must be letters and digits, with single underscores between them");
            }
        });
        var command = new Command("new", "Print a new key, once, and the setting that lets it in") { name };
        command.SetAction(parsed =>
        {
            var key = ApiKeys.New();
            Console.WriteLine(key);
            Console.Error.WriteLine($"{Settings.EnvironmentPrefix}Http__Keys__{parsed.GetRequiredValue(name)}={ApiKeys.Hash(key)}");
            return ExitCode.Done;
        });
        return command;
    }

    // What is printed is an environment variable: shells know no hyphen in its name, and two underscores mean a colon.
    [GeneratedRegex(@"\A[A-Za-z0-9]+(_[A-Za-z0-9]+)*\z")]
    private static partial Regex VariableName();
}
