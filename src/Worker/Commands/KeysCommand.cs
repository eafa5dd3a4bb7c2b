using System.CommandLine;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http.Security;

namespace LiveQuality.Worker.Commands;

/// <summary>API keys: made here, kept by who asks; the service knows hashes only.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make API keys") { New() };

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is: letters, digits, hyphens" };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !token.Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                result.AddError($"{name.Name}: '{token.Value}' must be letters, digits and hyphens");
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
}
