namespace LiveQuality.Worker.Progress;

/// <summary>How far a step is.</summary>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units known of so far; may grow.</param>
/// <param name="Note">Counts for people, for example "1,200 lives".</param>
internal readonly record struct StepProgress(long Done, long Total, string Note);
