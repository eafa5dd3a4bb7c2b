namespace LiveQuality.Worker.Jobs.Backfilling;

/// <summary>Which times of the schedule are made up for.</summary>
internal enum BackfillMode
{
    /// <summary>Those that no run stands for.</summary>
    Missing,

    /// <summary>Those whose newest run failed, died or was stopped.</summary>
    Failed,

    /// <summary>Every one, whatever became of it.</summary>
    All,
}
