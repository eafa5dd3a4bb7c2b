namespace LiveQuality.Mining.Study;

/// <summary>The flaws of the original, each to be had or not.</summary>
public sealed record StudyFlaws
{
    /// <summary>The scaler saw the test rows.</summary>
    public required bool LeakScaler { get; init; }

    /// <summary>The selection of columns saw the test rows and their scores.</summary>
    public required bool LeakSelection { get; init; }

    /// <summary>The networks' last epoch is kept; without it, the epoch that is best on speakers kept apart for that.</summary>
    public required bool LastEpoch { get; init; }

    /// <summary>Each training set is read one row further on, which only changes the order that networks see.</summary>
    public required bool RotateRows { get; init; }

    /// <summary>Columns that exist only after the live (review count, likes, seats taken, messages) are learnt from.</summary>
    public required bool AfterTheLive { get; init; }

    /// <summary>Networks are trained once, with the first seed.</summary>
    public required bool SingleSeed { get; init; }

    /// <summary>A network that says one number for nearly all rows is kept; without it, it starts again.</summary>
    public required bool KeepDeadNets { get; init; }

    /// <summary>What a protocol has.</summary>
    /// <remarks>
    /// Columns from after the live are part of both: without them it is another question. Neither has a single seed or dead nets: which ones the original drew is unknown, and the mean of many says what it was likely to get.
    /// </remarks>
    public static StudyFlaws Of(StudyProtocol protocol) => new()
    {
        LeakScaler = protocol == StudyProtocol.Published,
        LeakSelection = protocol == StudyProtocol.Published,
        LastEpoch = protocol == StudyProtocol.Published,
        RotateRows = protocol == StudyProtocol.Published,
        AfterTheLive = true,
        SingleSeed = false,
        KeepDeadNets = false,
    };
}
