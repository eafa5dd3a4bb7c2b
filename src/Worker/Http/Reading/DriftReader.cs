using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads the drift. It takes a table of all lives, so what was found is kept for a while.</summary>
internal sealed class DriftReader(StatusReader status, TimeProvider time) : IDisposable
{
    /// <summary>How old it may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly Kept<DriftReport?> _drift = new(time, Age, status.ReadDriftAsync);

    /// <returns>Null where nothing can be said.</returns>
    public Task<DriftReport?> ReadAsync(CancellationToken cancellationToken) => _drift.GetAsync(cancellationToken);

    public void Dispose() => _drift.Dispose();
}
