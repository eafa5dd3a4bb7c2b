using System.CommandLine;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Commands;

/// <summary>Which lives to list, and how: the parameters of <see cref="LiveQueryParser"/> as options.</summary>
internal sealed class LiveFilterOptions
{
    // The parameter's name there, and the option's here.
    private readonly (string Parameter, Option<string?> Option)[] _options =
    [
        ("tag", Text("--tag", "Only lives with this tag", "ID|NAME")),
        ("speaker", Text("--speaker", "Only lives of this speaker", "ID")),
        ("minPrice", Text("--min-price", "Only lives that cost so much or more, fen", "FEN")),
        ("maxPrice", Text("--max-price", "Only lives that cost so much or less, fen", "FEN")),
        ("from", Text("--from", "Only lives that start then or later, UTC", "TIME")),
        ("to", Text("--to", "Only lives that start before, UTC", "TIME")),
        ("minScore", Text("--min-score", "Only lives with this score or a higher one", "SCORE")),
        ("maxScore", Text("--max-score", "Only lives with this score or a lower one", "SCORE")),
        ("text", Text("--text", "Only lives with this in their title or in their speaker's name", "TEXT")),
        ("sort", Text("--sort", $"{string.Join(", ", LiveOrder.All)}; - is largest first (default {LiveOrder.Best})", "ORDER")),
    ];

    /// <summary>Adds them, and checks them together, since some bound each other.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (!LiveQueryParser.TryParse(Given(option => result.GetValue(option)), out _, out var problem))
            {
                result.AddError($"{_options.First(pair => pair.Parameter == problem.Parameter).Option.Name}: {problem.What}");
            }
        });
    }

    /// <summary>The question: only lives that have a score.</summary>
    public LiveQuery Read(ParseResult parsed) =>
        LiveQueryParser.TryParse(Given(option => parsed.GetValue(option)), out var query, out var problem)
            ? query with { ScoredOnly = true }
            : throw new InvalidOperationException(problem.ToString());

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private IEnumerable<KeyValuePair<string, string>> Given(Func<Option<string?>, string?> value) =>
        from pair in _options
        let text = value(pair.Option)
        where text is not null
        select KeyValuePair.Create(pair.Parameter, text);
}
