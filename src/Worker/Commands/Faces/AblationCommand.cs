using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class AblationCommand
{
    public static Command Create()
    {
        var command = new Command("ablation", "Train with and without the stored face results on the same folds of speakers, and compare")
        {
            TrainingOverrides.MinReviews, TrainingOverrides.Features,
        };
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            var report = await services.GetRequiredService<AblationStep>().RunAsync(cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.AblationReport, PortraitTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
