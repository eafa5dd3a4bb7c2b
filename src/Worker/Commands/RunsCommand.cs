using System.CommandLine;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Backfilling;
using LiveQuality.Worker.Output;

namespace LiveQuality.Worker.Commands;

/// <summary>Runs of the schedule, made up for by hand.</summary>
internal static class RunsCommand
{
    public static Command Create() => new("runs", "Make up for runs of the schedule") { BackfillOf() };

    private static Command BackfillOf()
    {
        var from = Moment("--from", "First time of the schedule to make up for");
        var to = Moment("--to", "End; not itself part of it");
        var missing = new Option<bool>("--missing") { Description = "Times that no run stands for (the default)" };
        var failed = new Option<bool>("--failed") { Description = "Times whose run failed, died or was stopped" };
        var all = new Option<bool>("--all") { Description = "Every time" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would run, and run nothing" };
        var command = new Command("backfill", "Run each job once for all its times in a span; a dry run lists exactly that") { from, to, missing, failed, all, dryRun };
        command.Validators.Add(result =>
        {
            if (new[] { missing, failed, all }.Count(option => result.GetValue(option)) > 1)
            {
                result.AddError("--missing, --failed, --all: only one of them");
            }
            else if (result.GetValue(from) is { } first && result.GetValue(to) is { } last && ShanghaiCron.Moment(first) >= ShanghaiCron.Moment(last))
            {
                result.AddError($"{to.Name}: '{last}' must be later than {from.Name}, {first}");
            }
        });
        command.SetBody(onlyReads: false, async (services, parsed, cancellationToken) =>
        {
            var mode = parsed.GetValue(all) ? BackfillMode.All : parsed.GetValue(failed) ? BackfillMode.Failed : BackfillMode.Missing;
            var (first, last) = (ShanghaiCron.Moment(parsed.GetRequiredValue(from))!.Value, ShanghaiCron.Moment(parsed.GetRequiredValue(to))!.Value);
            var plan = await services.GetRequiredService<BackfillPlanner>().PlanAsync(first, last, mode, cancellationToken);
            IReadOnlyList<BackfillOutcome> outcomes = parsed.GetValue(dryRun)
                ? [.. plan.Select(item => new BackfillOutcome(item, End: null, Why: null))]
                : await services.GetRequiredService<Backfill>().RunAsync(plan, cancellationToken).ToListAsync(cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(new BackfillReport(first, last, outcomes), OutputJson.Readable.BackfillReport, BackfillText.Show);
            // The worst that became of one: nothing more may be sent for now, which the same command makes up for later, is the least of them.
            return outcomes.FirstOrDefault(outcome => outcome.End is JobEnd.Failed or JobEnd.Refused or JobEnd.Postponed) is { } bad ? Problem.Report($"{bad.Item.Job}: {bad.Why}")
                : outcomes.FirstOrDefault(outcome => outcome.End is JobEnd.Paused) is { } paused ? Problem.Report($"{paused.Item.Job}: {paused.Why}", ExitCode.Paused)
                : ExitCode.Done;
        });
        return command;
    }

    private static Option<string> Moment(string name, string description)
    {
        var option = new Option<string>(name) { Description = $"{description}: a day or a time in Asia/Shanghai, or with an offset", HelpName = "TIME", Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && ShanghaiCron.Moment(token.Value) is null)
            {
                result.AddError($"{name}: '{token.Value}' must be a day or a time, for example 2018-01-15 or 2018-01-15T02:00");
            }
        });
        return option;
    }
}
