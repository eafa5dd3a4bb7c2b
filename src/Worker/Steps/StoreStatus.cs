using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps;

/// <summary>What a store holds and what was done last.</summary>
/// <param name="Store">Its address, without secrets.</param>
/// <param name="Counts">Documents of each collection.</param>
/// <param name="Frontier">Addresses by state.</param>
/// <param name="Quarantine">Entries by rule.</param>
/// <param name="LastRuns">The last few runs, newest first.</param>
internal sealed record StoreStatus(
    string Store,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyDictionary<string, long> Frontier,
    IReadOnlyDictionary<string, long> Quarantine,
    IReadOnlyList<Run> LastRuns);
