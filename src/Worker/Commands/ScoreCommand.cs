using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ScoreCommand
{
    public static Command Create()
    {
        var model = new Option<string?>("--model") { Description = "The model to score with (default: the champion)", HelpName = "ID" };
        var noReasons = new Option<bool>("--no-reasons") { Description = "Leave out why, which takes most of the time" };
        var command = new Command("score", "Score every stored live with a stored model") { model, noReasons };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<ScoreStep>().RunAsync(parsed.GetValue(model), !parsed.GetValue(noReasons), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.ScoreReport, ReportTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
