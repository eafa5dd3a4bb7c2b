using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Train MTB-DNN on the stored lives and store the model")
        {
            TrainingOverrides.MinReviews, TrainingOverrides.Features, TrainingOverrides.AcceptBrokenFields,
        };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<TrainStep>().RunAsync(parsed.GetValue(TrainingOverrides.AcceptBrokenFields), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.TrainReport, ReportTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
