namespace LiveQuality.Worker.Http.Api;

/// <summary>How far a step is.</summary>
/// <param name="Step">What it is.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units known of so far; may grow.</param>
/// <param name="Note">Counts, for people.</param>
internal sealed record StepState(string Step, long Done, long Total, string Note);
