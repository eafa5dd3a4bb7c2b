using System.CommandLine;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http;

namespace LiveQuality.Worker.Commands;

/// <summary>The service that runs for years: jobs on a schedule, the API, the dashboard.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = $"Where to listen (default: {HttpDefaults.Address})", HelpName = "URL" };
        var command = new Command(Name, "Run the jobs on their schedule, and serve the API and the dashboard, until it is stopped") { address };
        command.SetBodyWithHost(async (settings, parsed, cancellationToken) =>
        {
            await using var app = ServiceHost.Build(settings, parsed.GetValue(address));
            return Problem.Report(await ServiceHost.RunAsync(app, cancellationToken));
        });
        return command;
    }
}
