using System.CommandLine;
using LiveQuality.Mining;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Commands;

internal static class ScoresCommand
{
    private const int DefaultTop = 20;

    public static Command Create()
    {
        var top = new Option<int>("--top") { Description = "The first so many (default 20)", HelpName = "N", DefaultValueFactory = _ => DefaultTop }.AtLeast(1);
        var live = new Option<string?>("--live") { Description = "One live, with its reasons", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = string.Join(", ", ScoresFormat.Names), HelpName = "FORMAT", DefaultValueFactory = _ => ScoresFormat.Table }
            .OneOf([.. ScoresFormat.Names]);
        var file = new Option<string?>("--out") { Description = "File to write (default: standard output)", HelpName = "FILE" }.NotEmpty();
        var command = new Command("scores", "Show scores, best first") { top, live, format, file };
        var filter = new LiveFilterOptions();
        filter.AddTo(command);
        command.Validators.Add(result =>
        {
            var (kind, hasFile) = (result.GetValue(GlobalOptions.Json) ? ScoresFormat.Json : result.GetValue(format), result.GetValue(file) is not null);
            if (kind == ScoresFormat.Parquet && !hasFile)
            {
                result.AddError($"{file.Name}: {format.Name} {kind} needs a file to write");
            }
            else if (kind == ScoresFormat.Table && hasFile)
            {
                result.AddError($"{file.Name}: a table is for people; a file needs {format.Name} {string.Join(", ", ScoresFormat.Names.Where(name => name != ScoresFormat.Table))}");
            }
        });
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var reader = services.GetRequiredService<ScoreBoardReader>();
            IReadOnlyList<ScoredLive> found = parsed.GetValue(live) is { } id
                ? [await reader.FindAsync(id, cancellationToken) is { Score: not null } scored ? scored : throw new MiningException($"live {id} has no score; `livequality score` scores every live of the store")]
                : (await reader.LoadAsync(cancellationToken)).Read(filter.Read(parsed) with { Limit = parsed.GetValue(top) }).Items;
            var results = services.GetRequiredService<ResultWriter>();
            if (parsed.GetValue(file) is { } path)
            {
                await WholeFile.WriteAsync(path, stream => results.WriteScoresAsync(found, parsed.GetRequiredValue(format), stream, cancellationToken));
            }
            else
            {
                await results.WriteScoresAsync(found, parsed.GetRequiredValue(format), cancellationToken);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
