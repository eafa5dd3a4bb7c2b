using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Steps;

/// <summary>What a store holds, what is to be done, and what was done last.</summary>
/// <param name="Store">Its address, without secrets.</param>
/// <param name="Alerts">What somebody should look at, one line each; empty where all is well.</param>
/// <param name="Counts">Documents of each collection.</param>
/// <param name="Queue">Addresses in the frontier.</param>
/// <param name="PagesPerSecond">What the last crawl that fetched anything made; null where none did.</param>
/// <param name="TimeLeft">How long what is due now takes at that rate; null without one.</param>
/// <param name="Quarantine">Entries by rule.</param>
/// <param name="Champion">The model that scores; null where none was promoted.</param>
/// <param name="Drift">How far lives have moved since it was trained; null where too few came since.</param>
/// <param name="LastRuns">The last few runs, newest first.</param>
internal sealed record StoreStatus(
    string Store,
    IReadOnlyList<string> Alerts,
    IReadOnlyDictionary<string, long> Counts,
    FrontierCounts Queue,
    double? PagesPerSecond,
    TimeSpan? TimeLeft,
    IReadOnlyDictionary<string, long> Quarantine,
    ModelSummary? Champion,
    DriftReport? Drift,
    IReadOnlyList<Run> LastRuns);
