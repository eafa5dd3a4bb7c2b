using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class ForgetCommand
{
    public static Command Create()
    {
        var speaker = new Option<string>("--speaker") { Description = "The speaker's id, 32 hex digits or token:TOKEN (see export --collection speakers)", HelpName = "ID", Required = true };
        var command = new Command("forget", "Remove everything that was said of a person's face, and never look again; prints the count before and after") { speaker };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<ForgetStep>().RunAsync(parsed.GetRequiredValue(speaker), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.ForgetReport, PortraitTexts.Show);
            return Problem.Report(((ICounted)report).Problem);
        });
        return command;
    }
}
