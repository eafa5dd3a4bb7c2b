using LiveQuality.Worker.Jobs;

namespace LiveQuality.Worker.Http.Api;

/// <summary>The schedule.</summary>
/// <param name="Jobs">Each job: its times, and whether it runs.</param>
/// <param name="Progress">How far the steps are that run in this process.</param>
internal sealed record JobDocument(IReadOnlyList<JobInfo> Jobs, IReadOnlyList<StepState> Progress);
