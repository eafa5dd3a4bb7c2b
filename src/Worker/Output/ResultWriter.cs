using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Steps.Scores;
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

    /// <summary>Scores on standard output, in one of <see cref="ScoresFormat"/>; <c>--json</c> means json.</summary>
    public async Task WriteScoresAsync(IReadOnlyList<ScoredLive> scores, string format, CancellationToken cancellationToken)
    {
        if (FormatOf(format) != ScoresFormat.Table)
        {
            await using var output = Console.OpenStandardOutput();
            await WriteScoresAsync(scores, format, output, cancellationToken);
            return;
        }

        ScoreTable.Show(_console, "scores", scores);
        foreach (var live in scores)
        {
            ReasonsText.Show(_console, live);
        }
    }

    /// <summary>Scores into a file or a pipe, in any of <see cref="ScoresFormat"/> but the table.</summary>
    public async Task WriteScoresAsync(IReadOnlyList<ScoredLive> scores, string format, Stream output, CancellationToken cancellationToken)
    {
        if (FormatOf(format) != ScoresFormat.Json)
        {
            await ScoresOutput.WriteAsync(scores, format, output, cancellationToken);
            return;
        }

        await JsonSerializer.SerializeAsync(output, new ScoresDocument(scores), OutputJson.Readable.ScoresDocument, cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private string FormatOf(string asked) => settings.Json ? ScoresFormat.Json : asked;

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
