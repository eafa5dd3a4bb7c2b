using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Train on the stored lives, store the model, and make it the champion where it is better than the present one")
        {
            TrainingOverrides.Regressor, TrainingOverrides.MinReviews, TrainingOverrides.Features, TrainingOverrides.AcceptBrokenFields,
        };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<TrainStep>().RunAsync(parsed.GetValue(TrainingOverrides.AcceptBrokenFields), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.TrainReport, ReportTexts.Show);
            return ExitCode.Done;
        });
        return command.Checked();
    }
}
