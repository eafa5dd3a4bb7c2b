namespace LiveQuality.Mining.Study;

/// <summary>A flaw of <see cref="StudyFlaws"/> as a switch that people turn and reports name.</summary>
/// <param name="Name">As it is typed, for example <c>--leak-scaler</c>.</param>
/// <param name="Meaning">What it does, one sentence.</param>
/// <param name="OnlyNets">Whether only networks notice.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="Set">The same flaws with this one on or off.</param>
public sealed record FlawSwitch(string Name, string Meaning, bool OnlyNets, Func<StudyFlaws, bool> IsOn, Func<StudyFlaws, bool, StudyFlaws> Set)
{
    /// <summary>See <see cref="StudyFlaws.LeakScaler"/>.</summary>
    public static FlawSwitch LeakScaler { get; } = new(
        "--leak-scaler", "The scaler is fitted on all rows, test rows among them.", false, flaws => flaws.LeakScaler, (flaws, on) => flaws with { LeakScaler = on });

    /// <summary>See <see cref="StudyFlaws.LeakSelection"/>.</summary>
    public static FlawSwitch LeakSelection { get; } = new(
        "--leak-selection", "The 15 columns are selected on all rows, with the scores of the test rows.", false, flaws => flaws.LeakSelection, (flaws, on) => flaws with { LeakSelection = on });

    /// <summary>See <see cref="StudyFlaws.LastEpoch"/>.</summary>
    public static FlawSwitch LastEpoch { get; } = new(
        "--last-epoch", "The last epoch is kept (without: the best on speakers kept apart).", true, flaws => flaws.LastEpoch, (flaws, on) => flaws with { LastEpoch = on });

    /// <summary>See <see cref="StudyFlaws.RotateRows"/>.</summary>
    public static FlawSwitch RotateRows { get; } = new(
        "--rotate-rows", "Training rows are read one further on.", true, flaws => flaws.RotateRows, (flaws, on) => flaws with { RotateRows = on });

    /// <summary>See <see cref="StudyFlaws.AfterTheLive"/>.</summary>
    public static FlawSwitch AfterTheLive { get; } = new(
        "--after-the-live", "Columns that exist only after the live are learnt from.", false, flaws => flaws.AfterTheLive, (flaws, on) => flaws with { AfterTheLive = on });

    /// <summary>See <see cref="StudyFlaws.SingleSeed"/>.</summary>
    public static FlawSwitch SingleSeed { get; } = new(
        "--single-seed", "Each network is trained once, with the first seed.", true, flaws => flaws.SingleSeed, (flaws, on) => flaws with { SingleSeed = on });

    /// <summary>See <see cref="StudyFlaws.KeepDeadNets"/>.</summary>
    public static FlawSwitch KeepDeadNets { get; } = new(
        "--keep-dead-nets", "A network that says one number for nearly all rows is kept.", true, flaws => flaws.KeepDeadNets, (flaws, on) => flaws with { KeepDeadNets = on });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FlawSwitch> All { get; } = [LeakScaler, LeakSelection, LastEpoch, RotateRows, AfterTheLive, SingleSeed, KeepDeadNets];
}
