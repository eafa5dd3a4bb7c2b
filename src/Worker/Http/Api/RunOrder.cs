namespace LiveQuality.Worker.Http.Api;

/// <summary>What <c>POST /api/runs</c> takes.</summary>
/// <param name="Job">One of the jobs of the schedule.</param>
internal sealed record RunOrder(string? Job);
