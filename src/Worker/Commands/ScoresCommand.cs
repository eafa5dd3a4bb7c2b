using System.CommandLine;
using LiveQuality.Mining;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ScoresCommand
{
    private const int DefaultTop = 20;

    public static Command Create()
    {
        var top = new Option<int>("--top") { Description = "The best so many (default 20)", HelpName = "N", DefaultValueFactory = _ => DefaultTop }.AtLeast(1);
        var live = new Option<string?>("--live") { Description = "One live", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = "table, json or csv", HelpName = "FORMAT", DefaultValueFactory = _ => "table" }
            .OneOf("table", "json", "csv");
        var command = new Command("scores", "Show scores, best first") { top, live, format };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var scores = services.GetRequiredService<ScoreReader>();
            IReadOnlyList<ScoredLive> found = parsed.GetValue(live) is { } id
                ? [await scores.FindAsync(id, cancellationToken) ?? throw new MiningException($"live {id} has no score; `livequality score` scores every live of the store")]
                : await scores.ReadAsync(parsed.GetValue(top), best: true, cancellationToken);
            await services.GetRequiredService<ResultWriter>().WriteScoresAsync(found, parsed.GetRequiredValue(format), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
