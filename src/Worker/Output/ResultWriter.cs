using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Exporting;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Steps;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>Standard output: one JSON document, or text and tables for people.</summary>
internal sealed class ResultWriter(WorkerSettings settings)
{
    // Where output goes to a file or a pipe there is no width to fit into.
    private const int WidthOfNoTerminal = 4096;

    private readonly IAnsiConsole _console = CreateConsole();

    /// <param name="result">The result.</param>
    /// <param name="json">How it is written as JSON.</param>
    /// <param name="people">How it is shown to people.</param>
    public void Write<T>(T result, JsonTypeInfo<T> json, Action<IAnsiConsole, T> people)
    {
        if (settings.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, json));
        }
        else
        {
            people(_console, result);
        }
    }

    /// <summary>Scores, as <c>table</c>, <c>json</c> or <c>csv</c>; <c>--json</c> means json.</summary>
    public async Task WriteScoresAsync(IReadOnlyList<ScoredLive> scores, string format, CancellationToken cancellationToken)
    {
        switch (settings.Json ? "json" : format)
        {
            case "json":
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new ScoresDocument(scores), OutputJson.Readable.ScoresDocument));
                break;

            case "csv":
                await using (var output = Console.OpenStandardOutput())
                {
                    await CsvExport.WriteAsync(scores.ToAsyncEnumerable(), OutputJson.Readable.ScoredLive, output, cancellationToken);
                }

                break;

            default:
                ScoreTable.Show(_console, "scores", scores);
                foreach (var live in scores)
                {
                    ReasonsText.Show(_console, live);
                }

                break;
        }
    }

    private static IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfNoTerminal;
        }

        return console;
    }
}
