using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class RequeueCommand
{
    public static Command Create()
    {
        var failed = new Option<bool>("--failed") { Description = "Addresses that have failed (there is nothing else yet, but who types this should say what)" };
        var run = new Option<string?>("--run") { Description = "Only those that failed in this run (see export --collection runs)", HelpName = "ID" };
        var command = new Command("requeue", "Make addresses due again, and end the pauses of their hosts") { failed, run };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(failed))
            {
                result.AddError("requeue needs --failed");
            }
        });
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<RequeueStep>().RunAsync(parsed.GetValue(run), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.RequeueReport, (console, result) =>
                ReportTexts.Line(console, "requeue", $"{result.Addresses:N0} addresses are due again, {result.Hosts:N0} pauses ended"));
            return ExitCode.Done;
        });
        return command;
    }
}
