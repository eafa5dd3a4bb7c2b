namespace LiveQuality.Mining.Study.Running;

/// <summary>A flaw whose worth is measured by doing a trial again without it, or with it where the trial has none.</summary>
/// <param name="Name">For example <c>--leak-scaler</c>.</param>
/// <param name="Meaning">What it does, one sentence.</param>
/// <param name="OnlyNets">Whether only networks notice.</param>
/// <param name="IsOn">Whether a trial has it.</param>
/// <param name="Flip">The trial with the switch turned.</param>
internal sealed record TrialFlaw(string Name, string Meaning, bool OnlyNets, Func<Trial, bool> IsOn, Func<Trial, Trial> Flip)
{
    /// <summary>All that are measured so. A single seed is not: its worth is the spread over the seeds.</summary>
    public static IReadOnlyList<TrialFlaw> All { get; } =
    [
        Of(FlawSwitch.LeakScaler),
        Of(FlawSwitch.LeakSelection),
        new(
            "--folds-by shuffle",
            "Lives of one speaker fall on both sides of a split (without: speakers kept apart).",
            false,
            trial => trial.FoldsBy == FoldsBy.Shuffle,
            trial => trial with { FoldsBy = trial.FoldsBy == FoldsBy.Shuffle ? FoldsBy.Speaker : FoldsBy.Shuffle }),
        Of(FlawSwitch.AfterTheLive),
        Of(FlawSwitch.LastEpoch),
        Of(FlawSwitch.RotateRows),
        Of(FlawSwitch.KeepDeadNets),
    ];

    private static TrialFlaw Of(FlawSwitch flaw) => new(
        flaw.Name, flaw.Meaning, flaw.OnlyNets, trial => flaw.IsOn(trial.Flaws), trial => trial with { Flaws = flaw.Set(trial.Flaws, !flaw.IsOn(trial.Flaws)) });
}
