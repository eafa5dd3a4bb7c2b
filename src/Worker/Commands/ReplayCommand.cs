using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ReplayCommand
{
    public static Command Create()
    {
        var command = new Command("replay", "Clean what is in quarantine again, after a rule has changed");
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            var report = await services.GetRequiredService<ReplayStep>().RunAsync(cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(
                report,
                OutputJson.Readable.ReplayReport,
                (console, r) => ReportTexts.Line(console, "replay", $"{r.Replayed:N0} tried, {r.Released:N0} became records, {r.Kept:N0} stay"));
            return ExitCode.Done;
        });
        return command;
    }
}
