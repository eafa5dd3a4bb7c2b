using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Running;

/// <summary>Everything that a study tries, in parts that people watch as bars.</summary>
internal sealed class StudyPlan
{
    private static readonly double[] Shares = [0.1, 0.2, 0.4, 0.7];

    // The published network, the strongest baseline and the simplest: enough to see who still hungers for data.
    private static readonly string[] Chosen = ["ridge", "boosting", MtbDnn2019.Name];

    private readonly StudySettings _settings;

    /// <param name="settings">How the study is run.</param>
    /// <param name="options">How <c>mtb-dnn</c> is trained.</param>
    public StudyPlan(StudySettings settings, MtbDnnOptions options)
    {
        _settings = settings;
        IEnumerable<StudyRegressor> regressors = [.. StudyRegressors.Of(settings.Table), .. settings.Protocol == StudyProtocol.Honest ? RichRegressors.Of(options) : []];
        Table = [.. regressors.Where(regressor => settings.Regressors.Contains(regressor.Name)).Select(regressor => new Trial(regressor, settings.FoldsBy, settings.Flaws))];
        Flaws = [.. settings.Table == StudyEdition.A ? TrialFlaw.All : []];
    }

    /// <summary>The table: one trial a regressor.</summary>
    public IReadOnlyList<Trial> Table { get; }

    /// <summary>The flaws whose worth is measured; for table B, which has one split, none.</summary>
    public IReadOnlyList<TrialFlaw> Flaws { get; }

    /// <summary>All trials, a bar each; equal trials are only done once.</summary>
    public IReadOnlyList<StudyPart> Parts =>
    [
        .. Table.Select(trial => new StudyPart(trial.Regressor.Name, [trial])),
        .. Flaws.Select(flaw => new StudyPart($"{flaw.Name}, turned", [.. Concerned(flaw).Select(flaw.Flip)])),
        new StudyPart("importance", [.. Examined]),
        new StudyPart("learning curves", [.. Curves.SelectMany(curve => curve)]),
    ];

    /// <summary>Trials of the whole training sets that measure permutation importances, and where the learning curves end.</summary>
    public IEnumerable<Trial> Examined => Table.Where(trial => Chosen.Contains(trial.Regressor.Name)).Select(trial => trial with { WithTrainingError = true, WithImportance = true });

    /// <summary>Trials of the learning curves, a list a regressor, fewest rows first.</summary>
    public IEnumerable<IReadOnlyList<Trial>> Curves => Examined
        .Where(_ => _settings.Table == StudyEdition.A)
        .Select(whole => (IReadOnlyList<Trial>)[.. Shares.Select(share => whole with { Share = share, WithImportance = false }), whole]);

    /// <summary>Trials of the table that a flaw is turned for. Not those of the rich columns, which are none of the original's.</summary>
    public IEnumerable<Trial> Concerned(TrialFlaw flaw) => Table.Where(trial => trial.Regressor.Rich is null).Where(trial => !flaw.OnlyNets || trial.Regressor.Nets is not null);
}
