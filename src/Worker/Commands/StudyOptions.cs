using System.CommandLine;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Worker.Commands;

/// <summary>The options of <c>study</c>, and the settings that they come to.</summary>
internal sealed class StudyOptions
{
    private const int DefaultSeed = 42;
    private const int DefaultFolds = 5;
    private const int DefaultSeeds = 10;
    private const string Everything = "all";
    private const string Published = "published";
    private const string Honest = "honest";

    private readonly Option<string> _table = Text("--table", "The published table: a (January 2018, folds) or b (December 2018, one split)", "a", "a", "b");
    private readonly Option<string> _protocol = Text("--protocol", "published: with the flaws of the original; honest: everything fitted inside the fold, speakers kept apart", Published, Published, Honest);
    private readonly Option<string?> _foldsBy = new Option<string?>("--folds-by")
    {
        Description = "What decides on which side a live falls: shuffle (default when published), speaker (default when honest) or time",
        HelpName = "shuffle|speaker|time",
    }.OneOf("shuffle", "speaker", "time");

    private readonly Option<string> _regressors = new("--regressors")
    {
        Description = $"Names with commas between, or {Everything}: {string.Join(", ", StudyRunner.Regressors(StudyProtocol.Published))}; when honest also {string.Join(", ", HonestOnly)}. "
            + "mtb-dnn brings along boosting-rich (LightGBM on the same columns) and its ablation, the rows mtb-dnn-…",
        HelpName = "LIST",
        DefaultValueFactory = _ => Everything,
    };

    private readonly Option<int?> _minReviews = new Option<int?>("--min-reviews") { Description = "Only lives with at least so many reviews (default 18, table b 11)", HelpName = "N" }.AtLeast(1);
    private readonly Option<int> _folds = new Option<int>("--folds") { Description = "Folds", HelpName = "N", DefaultValueFactory = _ => DefaultFolds }.AtLeast(2);
    private readonly Option<int> _seeds = new Option<int>("--seeds") { Description = "Seeds that each network is trained with; mtb-dnn, an ensemble of its own, takes the first", HelpName = "N", DefaultValueFactory = _ => DefaultSeeds }.AtLeast(1);
    private readonly Option<int?> _features = new Option<int?>("--features")
    {
        Description = "The best 15 columns, 23 (without the tag) or 24, for every regressor (default: what the published table used)",
        HelpName = "N",
    }.OneOf("15", "23", "24");

    private readonly (FlawSwitch Flaw, Option<bool?> Option)[] _flaws =
    [
        .. FlawSwitch.All.Select(flaw => (flaw, new Option<bool?>(flaw.Name) { Description = $"{flaw.Meaning} On or off goes over the protocol's own", HelpName = "true|false" })),
    ];

    private static IEnumerable<string> HonestOnly => StudyRunner.Regressors(StudyProtocol.Honest).Except(StudyRunner.Regressors(StudyProtocol.Published));

    public StudyOptions() => _regressors.Validators.Add(result =>
    {
        if (result.Tokens is not [var token, ..] || token.Value == Everything)
        {
            return;
        }

        var known = StudyRunner.Regressors(StudyProtocol.Honest);
        if (Array.Find(Names(token.Value), name => !known.Contains(name)) is { } unknown)
        {
            result.AddError($"{_regressors.Name}: '{unknown}' is no regressor here: {string.Join(", ", known)}, or {Everything}");
        }
        else if (result.GetValue(_protocol) == Published && Array.Find(Names(token.Value), HonestOnly.Contains) is { } honest)
        {
            result.AddError($"{_regressors.Name}: '{honest}' needs {_protocol.Name} {Honest}: it learns from speakers' earlier lives, which the published protocol does not know");
        }
    });

    /// <summary>All of them, for the command.</summary>
    public IEnumerable<Option> All =>
    [
        _table, _protocol, _foldsBy, _regressors, _minReviews, _folds, _seeds, _features,
        .. _flaws.Select(pair => pair.Option),
    ];

    public StudySettings Read(ParseResult parsed)
    {
        var table = parsed.GetRequiredValue(_table) == "a" ? StudyEdition.A : StudyEdition.B;
        var protocol = parsed.GetRequiredValue(_protocol) == Honest ? StudyProtocol.Honest : StudyProtocol.Published;
        var asked = parsed.GetRequiredValue(_regressors);
        return new StudySettings(
            table,
            protocol,
            parsed.GetValue(_foldsBy) switch
            {
                "shuffle" => FoldsBy.Shuffle,
                "speaker" => FoldsBy.Speaker,
                "time" => FoldsBy.Time,
                _ => protocol == StudyProtocol.Honest ? FoldsBy.Speaker : FoldsBy.Shuffle,
            },
            _flaws.Aggregate(StudyFlaws.Of(protocol), (flaws, pair) => parsed.GetValue(pair.Option) is { } isOn ? pair.Flaw.Set(flaws, isOn) : flaws),
            asked == Everything ? StudyRunner.Regressors(protocol) : StudyRunner.Choose(protocol, Names(asked)),
            parsed.GetValue(_minReviews) ?? StudySettings.PublishedMinReviews(table),
            parsed.GetValue(_folds),
            parsed.GetValue(GlobalOptions.Seed) ?? DefaultSeed,
            parsed.GetValue(_seeds),
            parsed.GetValue(_features));
    }

    private static string[] Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Option<string> Text(string name, string description, string otherwise, params string[] values) =>
        new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => otherwise }.OneOf(values);
}
