using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class CompactCommand
{
    public static Command Create()
    {
        var command = new Command("compact", "Drop old runs, and give back the room of what was deleted and replaced, old versions of personal data among it");
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            var report = await services.GetRequiredService<CompactStep>().RunAsync(cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.CompactReport, (console, result) =>
                ReportTexts.Line(console, "compact", $"{result.Runs:N0} old runs dropped, {result.Bytes:N0} bytes given back"));
            return ExitCode.Done;
        });
        return command;
    }
}
