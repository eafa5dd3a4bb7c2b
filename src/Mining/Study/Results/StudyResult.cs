namespace LiveQuality.Mining.Study.Results;

/// <summary>All that a rerun of the study found. Everything but the times is the same to the bit for the same file, options and program.</summary>
public sealed record StudyResult
{
    /// <summary>One entry a regressor, in the study's order.</summary>
    public required IReadOnlyList<RegressorResult> Regressors { get; init; }

    /// <summary>Every other regressor against <c>mtb-dnn-2019</c>, where that is among them, then against <c>mtb-dnn</c>, likewise.</summary>
    public required IReadOnlyList<PairedDifference> Differences { get; init; }

    /// <summary>What each flaw of the original is worth.</summary>
    public required IReadOnlyList<FlawEffect> Flaws { get; init; }

    /// <summary>How much worse a regressor gets without each column.</summary>
    public required IReadOnlyList<ImportanceResult> Importances { get; init; }

    /// <summary>How the errors fall with more rows.</summary>
    public required IReadOnlyList<LearningCurve> LearningCurves { get; init; }

    /// <summary>The study's look at the data themselves.</summary>
    public required DataAnalysis Analysis { get; init; }

    /// <summary>The file.</summary>
    public required StudySource Source { get; init; }

    /// <summary>How it was run.</summary>
    public required StudySettings Settings { get; init; }

    /// <summary>Lives that took part.</summary>
    public required int Rows { get; init; }

    /// <summary>Speakers of those lives.</summary>
    public required int Speakers { get; init; }

    /// <summary>Versions of what takes part in the arithmetic.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>When it was finished.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Seconds of work for the table of regressors alone; what a resumed run found done counts as it took then.</summary>
    public required double TableSeconds { get; init; }

    /// <summary>Seconds from start to end, by the clock.</summary>
    public required double Seconds { get; init; }
}
