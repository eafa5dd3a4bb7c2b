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
    private const int ReviewsOfTableA = 18;
    private const int ReviewsOfTableB = 11;
    private const string Everything = "all";

    private readonly Option<string> _table = Text("--table", "The published table: a (January 2018, folds) or b (December 2018, one split)", "a", "a", "b");
    private readonly Option<string> _protocol = Text("--protocol", "published: with the flaws of the original; honest: everything fitted inside the fold, speakers kept apart", "published", "published", "honest");
    private readonly Option<string?> _foldsBy = new Option<string?>("--folds-by")
    {
        Description = "What decides on which side a live falls: shuffle (default when published), speaker (default when honest) or time",
        HelpName = "shuffle|speaker|time",
    }.OneOf("shuffle", "speaker", "time");

    private readonly Option<string> _regressors = new("--regressors")
    {
        Description = $"Names with commas between, or {Everything}: {string.Join(", ", StudyRegressors)}",
        HelpName = "LIST",
        DefaultValueFactory = _ => Everything,
    };

    private readonly Option<int?> _minReviews = new Option<int?>("--min-reviews") { Description = "Only lives with at least so many reviews (default 18, table b 11)", HelpName = "N" }.AtLeast(1);
    private readonly Option<int> _folds = new Option<int>("--folds") { Description = "Folds", HelpName = "N", DefaultValueFactory = _ => DefaultFolds }.AtLeast(2);
    private readonly Option<int> _seeds = new Option<int>("--seeds") { Description = "Seeds that each network is trained with", HelpName = "N", DefaultValueFactory = _ => DefaultSeeds }.AtLeast(1);
    private readonly Option<int?> _features = new Option<int?>("--features")
    {
        Description = "The best 15 columns, 23 (without the tag) or 24, for every regressor (default: what the published table used)",
        HelpName = "N",
    }.OneOf("15", "23", "24");

    private readonly Option<bool?> _leakScaler = Flaw("--leak-scaler", "Fit the scaler on all rows, test rows among them");
    private readonly Option<bool?> _leakSelection = Flaw("--leak-selection", "Select columns on all rows, with the scores of the test rows");
    private readonly Option<bool?> _lastEpoch = Flaw("--last-epoch", "Keep a network's last epoch, not the best on speakers kept apart");
    private readonly Option<bool?> _rotateRows = Flaw("--rotate-rows", "Read training rows one further on");
    private readonly Option<bool?> _afterTheLive = Flaw("--after-the-live", "Learn from columns that exist only after the live");
    private readonly Option<bool?> _singleSeed = Flaw("--single-seed", "Train each network once");
    private readonly Option<bool?> _keepDeadNets = Flaw("--keep-dead-nets", "Keep networks that say one number for nearly all rows");

    private static IReadOnlyList<string> StudyRegressors => StudyRunner.Regressors;

    public StudyOptions() => _regressors.Validators.Add(result =>
    {
        if (result.Tokens is [var token, ..] && Names(token.Value).FirstOrDefault(name => !StudyRegressors.Contains(name)) is { } unknown)
        {
            result.AddError($"{_regressors.Name}: '{unknown}' is no regressor here: {string.Join(", ", StudyRegressors)}, or {Everything}");
        }
    });

    /// <summary>All of them, for the command.</summary>
    public IEnumerable<Option> All =>
    [
        _table, _protocol, _foldsBy, _regressors, _minReviews, _folds, _seeds, _features,
        _leakScaler, _leakSelection, _lastEpoch, _rotateRows, _afterTheLive, _singleSeed, _keepDeadNets,
    ];

    public StudySettings Read(ParseResult parsed)
    {
        var table = parsed.GetRequiredValue(_table) == "a" ? StudyEdition.A : StudyEdition.B;
        var protocol = parsed.GetRequiredValue(_protocol) == "honest" ? StudyProtocol.Honest : StudyProtocol.Published;
        var flaws = StudyFlaws.Of(protocol);
        var names = Names(parsed.GetRequiredValue(_regressors)).ToHashSet(StringComparer.Ordinal);
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
            new StudyFlaws
            {
                LeakScaler = parsed.GetValue(_leakScaler) ?? flaws.LeakScaler,
                LeakSelection = parsed.GetValue(_leakSelection) ?? flaws.LeakSelection,
                LastEpoch = parsed.GetValue(_lastEpoch) ?? flaws.LastEpoch,
                RotateRows = parsed.GetValue(_rotateRows) ?? flaws.RotateRows,
                AfterTheLive = parsed.GetValue(_afterTheLive) ?? flaws.AfterTheLive,
                SingleSeed = parsed.GetValue(_singleSeed) ?? flaws.SingleSeed,
                KeepDeadNets = parsed.GetValue(_keepDeadNets) ?? flaws.KeepDeadNets,
            },
            [.. StudyRegressors.Where(names.Contains)],
            parsed.GetValue(_minReviews) ?? (table == StudyEdition.A ? ReviewsOfTableA : ReviewsOfTableB),
            parsed.GetValue(_folds),
            parsed.GetValue(GlobalOptions.Seed) ?? DefaultSeed,
            parsed.GetValue(_seeds),
            parsed.GetValue(_features));
    }

    private static IEnumerable<string> Names(string list) =>
        list == Everything ? StudyRegressors : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Option<string> Text(string name, string description, string otherwise, params string[] values) =>
        new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => otherwise }.OneOf(values);

    private static Option<bool?> Flaw(string name, string description) => new(name) { Description = $"{description} (on or off goes over the protocol's own)", HelpName = "true|false" };
}
