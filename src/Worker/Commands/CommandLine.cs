using System.CommandLine;
using LiveQuality.Worker.Commands.Faces;
using LiveQuality.Worker.Hosting;

namespace LiveQuality.Worker.Commands;

/// <summary>The program <c>livequality</c>: all commands, and what happens to a line that is none.</summary>
internal static class CommandLine
{
    // Ctrl-C: the steps stop between two batches, which takes well under a second.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var problem = parsed.UnmatchedTokens is [var token, ..] ? $"'{token}' is no command or option here" : parsed.Errors[0].Message;
            await Console.Error.WriteLineAsync($"livequality: {problem.ReplaceLineEndings(" ")} (see livequality --help)");
            return ExitCode.BadUsage;
        }

        // The service has requests and jobs to end.
        var stopTime = parsed.CommandResult.Command.Name == ServeCommand.Name ? ServiceHost.StopTime + StopTime : StopTime;
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = stopTime, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root() => new("Crawls Zhihu Live, learns how good a live is, and serves the scores.")
    {
        GlobalOptions.Store,
        GlobalOptions.Json,
        GlobalOptions.Seed,
        RunCommand.Create(),
        CrawlCommand.Create(),
        ImportCommand.Create(),
        TrainCommand.Create(),
        ScoreCommand.Create(),
        ModelsCommand.Create(),
        ScoresCommand.Create(),
        ExportCommand.Create(),
        ReplayCommand.Create(),
        StatusCommand.Create(),
        HistoryCommand.Create(),
        RequeueCommand.Create(),
        RunsCommand.Create(),
        CompactCommand.Create(),
        StudyCommand.Create(),
        BacktestCommand.Create(),
        FacesCommand.Create(),
        ServeCommand.Create(),
        HealthCommand.Create(),
        KeysCommand.Create(),
    };
}
