using System.CommandLine;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Commands.Faces;

internal static class ScoreCommand
{
    public static Command Create()
    {
        var source = new SourceOption();
        var command = new Command("score", "Look at the portraits of the stored speakers, each once a model version; only where Faces:Enabled is true") { source };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            if (!services.GetRequiredService<IOptions<FaceOptions>>().Value.Enabled)
            {
                return Problem.Report($"portraits are not looked at: {FaceOptions.Section}:{nameof(FaceOptions.Enabled)} is false (read docs/faces.md before you set it)");
            }

            var report = await services.GetRequiredService<PortraitStep>().RunAsync(source.Read(parsed), cancellationToken);
            ResearchNote.Print(report.ResearchOnly);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.PortraitReport, PortraitTexts.Show);
            return Problem.Report(report.Problem, report.TurnedDown > 0 ? ExitCode.Refused : ExitCode.Failed);
        });
        return command;
    }
}
