namespace LiveQuality.Mining.Study.Running;

/// <summary>A flaw as a switch that can be turned.</summary>
/// <param name="Name">For example <c>--leak-scaler</c>.</param>
/// <param name="Meaning">What it does, one line.</param>
/// <param name="OnlyNets">Whether only networks notice.</param>
/// <param name="IsOn">Whether a trial has it.</param>
/// <param name="Flip">The trial with the switch turned.</param>
internal sealed record StudyFlawSwitch(string Name, string Meaning, bool OnlyNets, Func<Trial, bool> IsOn, Func<Trial, Trial> Flip)
{
    /// <summary>All that are measured by running the study with the switch turned. A single seed is not: its worth is the spread over the seeds.</summary>
    public static IReadOnlyList<StudyFlawSwitch> All { get; } =
    [
        Of("--leak-scaler", "The scaler is fitted on all rows, test rows among them.", false, flaws => flaws.LeakScaler, (flaws, on) => flaws with { LeakScaler = on }),
        Of("--leak-selection", "The 15 columns are selected on all rows, with the scores of the test rows.", false, flaws => flaws.LeakSelection, (flaws, on) => flaws with { LeakSelection = on }),
        new(
            "--folds-by shuffle",
            "Lives of one speaker fall on both sides of a split (without: speakers kept apart).",
            false,
            trial => trial.FoldsBy == FoldsBy.Shuffle,
            trial => trial with { FoldsBy = trial.FoldsBy == FoldsBy.Shuffle ? FoldsBy.Speaker : FoldsBy.Shuffle }),
        Of("--after-the-live", "Columns that exist only after the live are learnt from.", false, flaws => flaws.AfterTheLive, (flaws, on) => flaws with { AfterTheLive = on }),
        Of("--last-epoch", "The last epoch is kept (without: the best on speakers kept apart).", true, flaws => flaws.LastEpoch, (flaws, on) => flaws with { LastEpoch = on }),
        Of("--rotate-rows", "Training rows are read one further on.", true, flaws => flaws.RotateRows, (flaws, on) => flaws with { RotateRows = on }),
        Of("--keep-dead-nets", "A network that says one number for nearly all rows is kept.", true, flaws => flaws.KeepDeadNets, (flaws, on) => flaws with { KeepDeadNets = on }),
    ];

    private static StudyFlawSwitch Of(string name, string meaning, bool onlyNets, Func<StudyFlaws, bool> get, Func<StudyFlaws, bool, StudyFlaws> set) => new(
        name, meaning, onlyNets, trial => get(trial.Flaws), trial => trial with { Flaws = set(trial.Flaws, !get(trial.Flaws)) });
}
