using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class BacktestCommand
{
    public static Command Create()
    {
        var then = File("--then", "The older edition of the study's table (.xlsx or .csv), which alone is learnt from");
        var later = File("--later", "The newer edition, which says what came");
        var command = new Command("backtest", "Score the lives of an older table as of then, and compare with what a newer one says of them") { then, later, TrainingOverrides.MinReviews };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<BacktestStep>().RunAsync(parsed.GetRequiredValue(then), parsed.GetRequiredValue(later), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.BacktestReport, BacktestText.Show);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> File(string name, string description) => new Option<string>(name) { Description = description, HelpName = "FILE", Required = true }.NotEmpty();
}
